"""What the bytes of a page are, whatever its file is called."""

from __future__ import annotations

import re

_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|div|founder-content|table|meta|script)\b", re.IGNORECASE)
_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)
_HEAD_BYTES = 4096


def media_type(raw: bytes) -> str:
    """application/pdf, image/png, image/jpeg, image/tiff, text/html or text/plain, by the first bytes."""
    head = raw[:_HEAD_BYTES]
    for mark, kind in _IMAGES:
        if head.startswith(mark):
            return kind
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if _HTML.search(head.replace(b"\0", b"")):
        return "text/html"
    return "text/plain"
