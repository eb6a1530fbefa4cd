"""`banmian doctor`: what is wrong, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from flows.cli.options import settings_or_fail
from flows.cli.screen import HELD_BACK, results
from flows.doctor import examine

_MARKS = {"well": "[green]well [/]", "look": "[yellow]look [/]", "wrong": "[red]wrong[/]"}


def doctor_command(data_dir: Path | None) -> None:
    """Print every finding, and what to do about it; the exit is 1 where something is wrong."""
    console = results()
    wrong = False
    for finding in examine(settings_or_fail(data_dir)):
        wrong = wrong or finding.level == "wrong"
        console.print(f"{_MARKS[finding.level]}  {finding.what}: {escape(finding.said)}", soft_wrap=True)
        if finding.do:
            console.print(f"       → {escape(finding.do)}", soft_wrap=True)
    if wrong:
        raise SystemExit(HELD_BACK)
