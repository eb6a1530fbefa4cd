"""Parameters that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


def given_path(text: str) -> Path:
    """A path as typed; an empty one, which a variable that is not set gives, would be the present folder."""
    if not text:
        raise typer.BadParameter("it is empty")
    return Path(text)


DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir", metavar="DIR", parser=given_path, help="Folder of the warehouse [$BANMIAN_DATA_DIR, ./data]"
    ),
]
Wait = Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Wait so long for a run that is at work")]


Since = Annotated[str | None, typer.Option(metavar="DAY", help="Only pages issued on this day or later")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Only pages issued on this day or earlier")]
Reread = Annotated[bool, typer.Option("--reread", help="Read again all that an older reader read, not a share of it")]


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"
