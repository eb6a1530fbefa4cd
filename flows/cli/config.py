"""`banmian config`: the settings in force."""

from __future__ import annotations

from rich.table import Column, Table

from flows.cli.options import settings_or_fail
from flows.cli.screen import results
from flows.settings import PREFIX, Settings


def config_command() -> None:
    settings = settings_or_fail()
    # folded, not cut: the names are there to be copied
    columns = [Column(name, overflow="fold") for name in ("setting", "value", "variable", "what it is")]
    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for name, field in Settings.model_fields.items():
        table.add_row(name, str(getattr(settings, name)), f"{PREFIX}{name.upper()}", field.description)
    results().print(table)
