"""Parquet: a page a row, read a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

from flows.containers.blob import Blob, Item, Limits
from flows.containers.rows import names_of, read_row

_ROWS = 64


def fits(head: bytes, limits: Limits) -> bool:
    return head.startswith(b"PAR1")


def items(blob: Blob, limits: Limits) -> Iterator[Item]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with blob.seekable() as file:
        try:
            table = pq.ParquetFile(file)
            names = [name for name in table.schema_arrow.names if name in names_of(limits).values()]
            number = 0
            for batch in table.iter_batches(batch_size=_ROWS, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield read_row(row, number, blob, limits)
        except pa.ArrowException as error:
            raise ValueError(str(error)) from error
