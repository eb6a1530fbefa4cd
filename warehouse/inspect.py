"""What a warehouse file says of itself, without writing to it, for whoever wants to know whether it is in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.files import literal
from warehouse.schema import SCHEMA_VERSION

_LAST = "SELECT run_id, articles, metrics FROM seen.run WHERE state = 'completed' ORDER BY rowid DESC LIMIT 1"
_HELD_OF_IT = """
    SELECT (SELECT count(*) FROM seen.article JOIN seen.page USING (page_id) WHERE run_id = $run),
           (SELECT count(*) FROM seen.metric JOIN seen.article USING (article_id) JOIN seen.page USING (page_id)
            WHERE run_id = $run)
"""


@dataclass(frozen=True, slots=True)
class Inspected:
    """The last run in a file, and what does not agree, in words."""

    last_run: str | None
    trouble: tuple[str, ...]


def inspect(path: Path) -> Inspected:
    """Whether a file has our schema and holds what its last run says that it loaded.

    Raises duckdb.Error where it does not open.
    """
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False}) as con:
        con.execute(f"ATTACH {literal(str(path))} AS seen (READ_ONLY)")
        version = con.execute("SELECT value FROM seen.meta WHERE key = 'schema_version'").fetchone()
        trouble = _of_version(int(version[0]) if version else 0)
        last = con.execute(_LAST).fetchone()
        if last is None:
            return Inspected(None, tuple(trouble))
        run_id, *told = last
        found = con.execute(_HELD_OF_IT, {"run": run_id}).fetchone() or (0, 0)
        for name, said, there in zip(("articles", "metrics"), told, found, strict=True):
            if said != there:
                trouble.append(f"run {run_id} says {said:,} {name}, the file holds {there:,} of it")
        return Inspected(run_id, tuple(trouble))


def _of_version(version: int) -> list[str]:
    if version > SCHEMA_VERSION:
        return [f"schema version {version}, this program knows {SCHEMA_VERSION}: update the program"]
    if version < SCHEMA_VERSION:
        return [f"schema version {version}, this program has {SCHEMA_VERSION}: the next run migrates it"]
    return []


def trouble_of(path: Path) -> tuple[str, ...]:
    """What is wrong with a file in words, none where all is well."""
    try:
        return inspect(path).trouble
    except duckdb.Error as error:
        return (str(error).partition("\n")[0],)


def last_completed(path: Path) -> str | None:
    """The last completed run of a file; None where there is none or the file does not open."""
    try:
        return inspect(path).last_run
    except duckdb.Error:
        return None
