"""Options that several commands read, refused with words where they are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from flows import settings as config
from flows.cli.screen import CALLED_WRONGLY, fail


def settings_or_fail(data_dir: Path | None = None, segmenter: str | None = None) -> config.Settings:
    """The settings in force; what is wrong with them is told, and the exit is 2."""
    try:
        return config.load(data_dir=data_dir, segmenter=segmenter)
    except config.SettingsError as error:
        fail(error, CALLED_WRONGLY)


def day_or_fail(given: str | None, option: str = "--date") -> date | None:
    """A day as people write it, None for None; what is no day is told, and the exit is 2."""
    from flows.known import parse_day

    if given is None:
        return None
    try:
        return parse_day(given)
    except ValueError:
        fail(f"{option} {given!r} is no day (YYYY-MM-DD)", CALLED_WRONGLY)


def named_or_fail(given: str, what: str) -> str:
    """What an argument names; an empty one, which a variable that is not set gives, would stand for anything."""
    if not given.strip():
        fail(f"{what} is empty", CALLED_WRONGLY)
    return given


def columns_or_fail(given: Sequence[str]) -> dict[str, str]:
    """text=content, edition=page as a mapping of our names to theirs."""
    from flows.containers.rows import COLUMNS

    columns = {}
    for pair in given:
        ours, _, theirs = pair.partition("=")
        if ours not in COLUMNS or not theirs:
            fail(f"--column {pair!r}: write OURS=THEIRS, ours one of {', '.join(sorted(COLUMNS))}", CALLED_WRONGLY)
        columns[ours] = theirs
    return columns
