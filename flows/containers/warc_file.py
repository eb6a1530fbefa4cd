"""WARC and WET of Common Crawl: each response or conversion record a blob, named by the address it was fetched from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast
from urllib.parse import quote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord

from flows.containers.blob import Blob, Item, Limits
from flows.known import from_names

_KINDS = ("response", "conversion", "resource")
_OTHERS = ("warcinfo", "request", "metadata", "revisit", "continuation")
_PIECE = 1 << 16
_PAGES = ("text/", "application/xhtml", "application/pdf")


def fits(head: bytes, limits: Limits) -> bool:
    return head.startswith(b"WARC/1.")


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    """A blob a page that was fetched, a refusal where a record is cut. Raises ValueError where none can be read."""
    seen = 0
    try:
        for record in ArchiveIterator(blob.stream):
            seen += 1
            if record.rec_type not in _KINDS + _OTHERS:
                yield blob.refuse("damaged", f"record {seen} is of no kind that WARC has: {record.rec_type!s:.40}")
            if record.rec_type in _KINDS and _is_page(record):
                yield _page(blob, record)
            if _is_cut(record.raw_stream):
                yield blob.refuse("damaged", f"the file ends inside record {seen}")
    except ArchiveLoadFailed as error:
        raise ValueError(str(error)) from error
    if not seen:
        raise ValueError("no record in it can be read")


def _page(blob: Blob, record: ArcWarcRecord) -> Blob:
    address = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("WARC-Record-ID")
    uri = f"{blob.uri}!/{quote(address or '', safe='/:')}"
    facts = from_names(("", *filter(None, urlsplit(address or "").path.split("/"))), blob.outlets)
    size = int(record.rec_headers.get_header("Content-Length") or 0)
    return blob.inner(cast(BinaryIO, record.content_stream()), size, uri, (facts,))


def _is_cut(rest: LimitReader) -> bool:
    """Whether a record has fewer bytes than it says."""
    while rest.read(_PIECE):
        pass
    return bool(rest.limit > 0)


def _is_page(record: object) -> bool:
    """Pictures, scripts and style sheets of a crawl are no pages; failed fetches are none either."""
    headers = getattr(record, "http_headers", None)
    if headers is None:
        return True
    kind = headers.get_header("Content-Type") or "text/html"
    return headers.get_statuscode() == "200" and kind.startswith(_PAGES)
