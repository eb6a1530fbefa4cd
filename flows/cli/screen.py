"""Where the command line writes: messages to standard error, results to standard output."""

from __future__ import annotations

import codecs
import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

HELD_BACK = 1
CALLED_WRONGLY = 2
STOPPED = 130
WIDTH_OF_A_PIPE = 120
NARROWEST_SCREEN = 40
_OF_NO_FILE = (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF)


def messages() -> Console:
    """Standard error, for all that is no result."""
    return Console(stderr=True, highlight=False)


def results() -> Console:
    """Standard output, as wide as the terminal."""
    width = shutil.get_terminal_size((WIDTH_OF_A_PIPE, 24)).columns
    return Console(width=max(width, NARROWEST_SCREEN), highlight=False)


def say(message: object) -> None:
    """A line of our own among the messages."""
    messages().print(f"[red]banmian:[/] {escape(str(message))}", soft_wrap=True)


def fail(message: object, code: int) -> NoReturn:
    """Say what is wrong and end with `code`."""
    say(message)
    raise typer.Exit(code)


def ready_streams() -> None:
    """Have standard streams that take any text: UTF-8 where the locale knows ASCII only, escapes where it lacks a sign.

    A stream that was closed leads nowhere.
    """
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open(encoding="utf-8")
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            is_ascii = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_ascii else None, errors="backslashreplace")


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Let Ctrl-C end the process where it is, as reading may: while DuckDB works, Python hears it late or never."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def leave_output() -> None:
    """Nobody reads standard output any more, or it takes no more: what is still to be written goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def in_words(error: OSError) -> str:
    """What the system refused, and where."""
    where = str(error.filename)[:200] if error.filename else ""
    if not where and error.errno in _OF_NO_FILE:
        where = "standard output"
    said = error.strerror or str(error)
    return f"{where}: {said}" if where else said
