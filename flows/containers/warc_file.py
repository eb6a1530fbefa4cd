"""WARC and WET of Common Crawl: each response or conversion record a blob, named by the address it was fetched from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast
from urllib.parse import quote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from flows.containers.blob import Blob, Item, Limits
from flows.known import from_names

_KINDS = ("response", "conversion", "resource")
_PAGES = ("text/", "application/xhtml", "application/pdf")


def fits(head: bytes, limits: Limits) -> bool:
    return head.startswith(b"WARC/1.")


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    try:
        for record in ArchiveIterator(blob.stream):
            if record.rec_type not in _KINDS or not _is_page(record):
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header(
                "WARC-Record-ID"
            )
            uri = f"{blob.uri}!/{quote(address or '', safe='/:')}"
            facts = from_names(("", *filter(None, urlsplit(address or "").path.split("/"))))
            size = int(record.rec_headers.get_header("Content-Length") or 0)
            yield blob.inner(cast(BinaryIO, record.content_stream()), size, uri, (facts,))
    except ArchiveLoadFailed as error:
        raise ValueError(str(error)) from error


def _is_page(record: object) -> bool:
    """Pictures, scripts and style sheets of a crawl are no pages; failed fetches are none either."""
    headers = getattr(record, "http_headers", None)
    if headers is None:
        return True
    kind = headers.get_header("Content-Type") or "text/html"
    return headers.get_statuscode() == "200" and kind.startswith(_PAGES)
