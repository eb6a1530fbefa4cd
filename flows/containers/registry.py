"""The kinds of container, and how a file becomes the pages in it. A new kind is one module and one name here."""

from __future__ import annotations

import errno
from collections.abc import Iterator

from flows.containers import (
    csv_file,
    gzip_file,
    json_file,
    jsonl,
    parquet_file,
    tar_file,
    warc_file,
    whole,
    zip_file,
    zstd_file,
)
from flows.containers.blob import HEAD, Blob, Container, Item, Limits, RawPage, SwollenError
from flows.finding import Refusal

CONTAINERS: tuple[Container, ...] = (
    gzip_file,
    zstd_file,
    zip_file,
    tar_file,
    warc_file,
    parquet_file,
    jsonl,
    json_file,
    csv_file,
)


def expand(blob: Blob, limits: Limits) -> Iterator[RawPage | Refusal]:
    """The pages in a blob, in order; what is damaged or out of bounds is a refusal, and what came before it stands.

    Raises OSError when the file itself cannot be read.
    """
    if blob.depth > limits.max_nesting:
        yield blob.refuse(
            "nested_too_deep", f"containers in containers, deeper than {limits.max_nesting} (BANMIAN_MAX_NESTING)"
        )
        return
    try:
        head = blob.stream.peek(HEAD)[:HEAD]
        container = next((c for c in CONTAINERS if c.fits(head, limits)), None)
        if container is None:
            yield whole.page(blob, limits)
            return
        item: Item | None = None
        for item in container.items(blob, limits):
            if isinstance(item, Blob):
                yield from expand(item, limits)
            else:
                yield item
        if item is None:
            yield blob.refuse("empty", "a container with nothing in it that could be a page")
    except SwollenError as error:
        yield blob.refuse("expands_too_far", str(error))
    except OSError as error:
        if error.errno not in (None, errno.EINVAL):  # the disk's and not the bytes' fault
            raise
        yield _damaged(blob, error)
    except Exception as error:  # each library has errors of its own for bytes that were not what they seemed
        yield _damaged(blob, error)


def _damaged(blob: Blob, error: Exception) -> Refusal:
    words = " ".join(str(error).split())[:300] or type(error).__name__
    return blob.refuse("damaged", f"the container is damaged or cut short: {words}")
