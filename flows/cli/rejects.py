"""`banmian rejects`: what could not be read or did not hold, with the reasons."""

from __future__ import annotations

from pathlib import Path

from flows.cli.options import settings_or_fail
from flows.cli.screen import CALLED_WRONGLY, HELD_BACK, fail, messages
from flows.cli.sql import show
from warehouse.errors import BadQuery, QueryError
from warehouse.query import ask

_SUMMARY = """SELECT stage, reason, count(*) AS count, min(source_uri) AS example FROM reject{where}
              GROUP BY ALL ORDER BY count DESC, stage, reason"""
_ROWS = """SELECT reason, source_uri, detail, raw, stage, page_id, rejected_at, run_id FROM reject{where}
           ORDER BY stage, reason, source_uri, detail"""


def rejects_command(
    stage: str | None,
    reason: str | None,
    source: str | None,
    limit: int,
    summary: bool,
    data_dir: Path | None,
    output: str,
) -> None:
    settings = settings_or_fail(data_dir)
    wanted = [
        f"{name} {_literal(text)})"
        for name, text in (("(stage =", stage), ("(reason =", reason), ("contains(source_uri,", source))
        if text is not None
    ]
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    query = (_SUMMARY if summary else _ROWS).format(where=where)
    try:
        answer = ask(settings.published, f"{query} LIMIT {limit:d}")
    except BadQuery as error:
        fail(error, CALLED_WRONGLY)
    except QueryError as error:
        fail(error, HELD_BACK)
    if answer.is_empty():
        messages().print("no such reject" if wanted else "nothing is rejected")
    show(answer, output)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
