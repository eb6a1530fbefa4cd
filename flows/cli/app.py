"""The commands of banmian. What is slow to import is imported by the command that needs it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from flows.cli.parameters import DataDir, Format, Reread, Since, Until, given_path
from flows.cli.screen import HELD_BACK, STOPPED, in_words, leave_output, ready_streams, say
from flows.cli.upkeep import register

app = typer.Typer(
    help="Chinese newspaper pages into SQL: articles, quantities, people and quotations in DuckDB.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


class Segmenter(StrEnum):
    """What cuts text into words."""

    RJIEBA = "rjieba"
    JIEBA = "jieba"


@app.command()
def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", parser=given_path, help="Files and folders; the sample pages without one"),
    ] = None,
    data_dir: DataDir = None,
    outlet: Annotated[str | None, typer.Option(help="Newspaper of every page")] = None,
    date: Annotated[str | None, typer.Option(help="Day of issue of every page (YYYY-MM-DD)")] = None,
    edition: Annotated[str | None, typer.Option(help="Edition of every page (A03)")] = None,
    segmenter: Annotated[Segmenter | None, typer.Option(help="What cuts text into words [rjieba]")] = None,
    wait: Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Wait so long for another run")] = 0.0,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="OURS=THEIRS", help="A column of a table under another name: text=content"),
    ] = None,
    since: Since = None,
    until: Until = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Open files whose size and time of change are as recorded, too")
    ] = False,
    reread: Reread = False,
) -> None:
    """Read pages through the Prefect flow into DIR/banmian.duckdb."""
    from flows.cli.run import Chosen, run_command

    run_command(
        paths or [],
        data_dir,
        outlet,
        date,
        edition,
        segmenter.value if segmenter else None,
        wait,
        column or (),
        Chosen(since, until, verify=verify, reread=reread),
    )


@app.command()
def read(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="A text a line in, its reading a line out")] = False,
    date: Annotated[str | None, typer.Option(help="Day that the text is of (YYYY-MM-DD)")] = None,
) -> None:
    """Read text on standard input to JSON on standard output, with no warehouse.

    With --jsonl, lines {"id", "text", "reference_date"} become lines {"id", "metrics", "numerals", "periods", "names",
    "quotes"}; each text is one paragraph, as it is.
    """
    from flows.cli.read import read_lines, read_text

    (read_lines if jsonl else read_text)(date)


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="SQL of DuckDB, read-only")],
    data_dir: DataDir = None,
    output: Annotated[Format, typer.Option("--format", help="How the answer is written")] = Format.TABLE,
) -> None:
    """Ask the published warehouse."""
    from flows.cli.sql import sql_command

    sql_command(query, data_dir, output.value)


@app.command()
def config() -> None:
    """Show every setting, its value, and the variable that sets it."""
    from flows.cli.config import config_command

    config_command()


register(app)


def main() -> None:
    """Start the command line; what the system refuses is told in a line."""
    ready_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except SystemExit as end:
        if isinstance(getattr(end.__context__, "__cause__", None), KeyboardInterrupt):
            say("stopped")
            raise SystemExit(STOPPED) from None
        if isinstance(end.__context__, BrokenPipeError):
            _end_quietly()
        raise
    except BrokenPipeError:
        _end_quietly()
    except OSError as error:
        leave_output()
        say(in_words(error))
        raise SystemExit(HELD_BACK) from error


def _end_quietly() -> NoReturn:
    """A reader of the output, like head, has seen enough."""
    leave_output()
    raise SystemExit(0)
