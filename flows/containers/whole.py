"""What is no container: the whole of it is one page."""

from __future__ import annotations

from flows.containers.blob import Blob, Limits, RawPage
from flows.finding import Refusal

_BINARY = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")


def page(blob: Blob, limits: Limits) -> RawPage | Refusal:
    """The blob as a page; refused where it has more bytes, or more characters of text, than one may have."""
    raw = blob.stream.read(limits.max_page_bytes + 1)
    if len(raw) > limits.max_page_bytes:
        return blob.refuse(
            "page_too_large",
            f"more than {limits.max_page_bytes:,} bytes in one page (BANMIAN_MAX_PAGE_BYTES)",
            raw=first(raw),
        )
    if not raw.startswith(_BINARY) and len(raw) > limits.max_page_characters:
        # four bytes a character at most, so this counts UTF-8 and never too many of another encoding
        characters = max(len(raw) // 4, len(raw.decode("utf-8", "ignore")))
        if characters > limits.max_page_characters:
            return too_long(blob, characters, limits, first(raw))
    return blob.page(raw)


def too_long(blob: Blob, characters: int, limits: Limits, raw: str, uri: str | None = None) -> Refusal:
    """The refusal of a page for its `characters`; `raw` is how it begins."""
    return blob.refuse(
        "page_too_long",
        f"{characters:,} characters in one page, {limits.max_page_characters:,} allowed (BANMIAN_MAX_PAGE_CHARACTERS)",
        uri,
        raw,
    )


def first(raw: bytes) -> str:
    """The first bytes, as text that any screen can show."""
    return raw[:64].decode("utf-8", "backslashreplace")
