"""Outlets of a user's own, beside the module that the reading processes take, which need no settings."""

from __future__ import annotations

from pathlib import Path

from flows.outlets import Outlets, known_outlets
from flows.own_tables import Row, own_rows
from flows.settings import SettingsError

COLUMNS = ("code", "name", "source")


def outlets(data_dir: Path) -> Outlets:
    """Those of the seeds, and of DIR/outlets.csv over them.

    Raises SettingsError with file and line where a row cannot be understood.
    """
    own: dict[str, str] = {}
    for place, row in own_rows(data_dir, "outlets", COLUMNS):
        code, name = _read(place, row)
        if own.setdefault(code, name) != name:
            raise SettingsError(f"{place}: {code!r} stands for {own[code]} in a line before; remove one of them")
    return Outlets(own.items()) if own else known_outlets()


def _read(place: str, row: Row) -> tuple[str, str]:
    code, name, source = ((row.get(column) or "").strip() for column in COLUMNS)
    if not code or "/" in code:
        raise SettingsError(f"{place}: give a code as it stands in the names of files or folders (jwrb)")
    if not name:
        raise SettingsError(f"{place}: give the name of the paper that {code!r} stands for")
    if not source:
        raise SettingsError(f"{place}: give a source, where you know it from")
    return code.lower(), name
