"""The commands that look after a warehouse: what is there, what is wrong, going back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.parameters import DataDir, Format, Reread, Since, Until, Wait, given_path


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


def rejects(
    stage: Annotated[str | None, typer.Option(help="Only this stage: find, decode, read, check or load")] = None,
    reason: Annotated[str | None, typer.Option(help="Only this reason, or expectation")] = None,
    source: Annotated[str | None, typer.Option(help="Only sources whose URI holds these words")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most rows")] = 100,
    summary: Annotated[bool, typer.Option("--summary", help="Counts by stage and reason")] = False,
    data_dir: DataDir = None,
    output: Annotated[Format, typer.Option("--format", help="How it is written")] = Format.TABLE,
) -> None:
    """What could not be read or did not hold, with the reasons."""
    from flows.cli.rejects import rejects_command

    rejects_command(stage, reason, source, limit, summary, data_dir, output.value)


def replay(data_dir: DataDir = None, wait: Wait = 0.0) -> None:
    """Read again what was rejected and what a correction is about, and nothing else."""
    from flows.cli.run import replay_command

    replay_command(data_dir, wait)


def release(
    run: Annotated[str, typer.Argument(metavar="RUN", help="The held run, or the start of its id")],
    data_dir: DataDir = None,
    wait: Wait = 0.0,
) -> None:
    """Load and publish what a held run has read."""
    from flows.cli.release import release_command

    release_command(run, data_dir, wait)


def doctor(data_dir: DataDir = None) -> None:
    """Look at every file of the warehouse, and say what is wrong and what to do; nothing is changed."""
    from flows.cli.doctor import doctor_command

    doctor_command(data_dir)


def serve(
    declaration: Annotated[Path, typer.Option("--file", metavar="FILE", help="The deployments to serve")] = Path(
        "prefect.yaml"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the server, where none is set")] = 4200,
) -> None:
    """Run the deployments of prefect.yaml on their schedules, with a Prefect server of its own where none is set."""
    from flows.cli.serve import serve_command

    serve_command(declaration, port)


def automations() -> None:
    """Let the Prefect server call BANMIAN_WEBHOOK_URL when a run is held, fails or is late, and notice lost runs."""
    from flows.cli.serve import automations_command

    automations_command()


def backfill(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", parser=given_path, help="Files and folders")],
    since: Since = None,
    until: Until = None,
    outlet: Annotated[str | None, typer.Option(help="Only pages of this newspaper")] = None,
    reread: Reread = False,
    data_dir: DataDir = None,
    wait: Wait = 0.0,
) -> None:
    """Read only the pages of some days of issue, or of one newspaper; the others are left out."""
    from flows.cli.run import Chosen, run_command

    chosen = Chosen(since, until, outlet, reread=reread)
    run_command(paths, data_dir, None, None, None, None, wait, chosen=chosen)


def export(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the tables go, over an earlier export")],
    data_dir: DataDir = None,
) -> None:
    """Write the published tables as Parquet, FOLDER/TABLE/day=DAY/, for engines that read no DuckDB file."""
    from flows.cli.export import export_command

    export_command(folder, data_dir)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`, in the order in which help lists them."""
    for command in (status, doctor, rejects, replay, release, rollback, forget, backfill, export, serve, automations):
        app.command()(command)
