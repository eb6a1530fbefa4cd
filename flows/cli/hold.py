"""The data folder held by one command, with the words that say why it could not be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.cli.options import settings_or_fail
from flows.cli.screen import HELD_BACK, fail, in_words
from flows.lock import RunBusyError, run_lock
from flows.settings import Settings
from warehouse.errors import WarehouseError


@contextmanager
def holding(data_dir: Path | None, wait: float = 0.0) -> Iterator[Settings]:
    """The settings, while no run and no other command is at work in the data folder; what goes wrong ends with 1."""
    settings = settings_or_fail(data_dir)
    if not settings.data_dir.is_dir():
        fail(f"there is no warehouse in {settings.data_dir} yet; `banmian run` makes one", HELD_BACK)
    try:
        with run_lock(settings.data_dir, wait):
            yield settings
    except (RunBusyError, WarehouseError) as error:
        fail(error, HELD_BACK)
    except OSError as error:
        fail(in_words(error), HELD_BACK)
