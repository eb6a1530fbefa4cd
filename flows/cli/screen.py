"""Where the command line writes: messages to standard error, results to standard output."""

from __future__ import annotations

import shutil
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

HELD_BACK = 1
CALLED_WRONGLY = 2
WIDTH_OF_A_PIPE = 120


def messages() -> Console:
    return Console(stderr=True, highlight=False)


def results() -> Console:
    """Standard output, as wide as the terminal."""
    width = shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns
    return Console(width=width, highlight=False)


def fail(message: object, code: int) -> NoReturn:
    """Say what is wrong and end with `code`."""
    messages().print(f"[red]banmian:[/] {escape(str(message))}", soft_wrap=True)
    raise typer.Exit(code)
