"""Parameters that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None, typer.Option("--data-dir", metavar="DIR", help="Folder of the warehouse [$BANMIAN_DATA_DIR, ./data]")
]
Wait = Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Wait so long for a run that is at work")]


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
