"""The commands that look after a warehouse: what is there, what is wrong, going back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None, typer.Option("--data-dir", metavar="DIR", help="Folder of the warehouse [$BANMIAN_DATA_DIR, ./data]")
]
Wait = Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Wait so long for a run that is at work")]


def status(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Folders to look for unread files in; those of ./prefect.yaml"),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Last runs, what is published, held or rejected, what waits in the inbox, disk use, the next scheduled run."""
    from flows.cli.status import status_command

    status_command(paths or [], data_dir)


def rollback(
    run: Annotated[
        str | None, typer.Argument(metavar="[RUN]", help="Run to go back to; the one before what is published")
    ] = None,
    data_dir: DataDir = None,
    wait: Wait = 0.0,
) -> None:
    """Publish the kept file of an earlier run again; readers are not disturbed."""
    from flows.cli.rollback import rollback_command

    rollback_command(run, data_dir, wait)


def forget(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A file or folder, or a source_uri of the tables")],
    data_dir: DataDir = None,
    wait: Wait = 0.0,
) -> None:
    """Take a source out of every table, the history, kept files and the stage, and say what went."""
    from flows.cli.forget import forget_command

    forget_command(source, data_dir, wait)


def register(app: typer.Typer) -> None:
    for command in (status, rollback, forget):
        app.command()(command)
