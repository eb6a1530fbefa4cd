"""`banmian rejects`: what could not be read or did not hold, with the reasons."""

from __future__ import annotations

from pathlib import Path

from flows.cli.options import settings_or_fail
from flows.cli.screen import CALLED_WRONGLY, HELD_BACK, fail, messages
from flows.cli.sql import show
from warehouse.errors import BadQuery, QueryError
from warehouse.rejects import rejects


def rejects_command(
    stage: str | None,
    reason: str | None,
    source: str | None,
    limit: int,
    summary: bool,
    data_dir: Path | None,
    output: str,
) -> None:
    """Print the rejects; the exit is 2 where the question is wrong, 1 where it finds no warehouse."""
    settings = settings_or_fail(data_dir)
    try:
        answer = rejects(settings.published, stage, reason, source, limit, summary)
    except BadQuery as error:
        fail(error, CALLED_WRONGLY)
    except QueryError as error:
        fail(error, HELD_BACK)
    if answer.is_empty():
        messages().print("no such reject" if (stage, reason, source) != (None, None, None) else "nothing is rejected")
    show(answer, output)
