"""The Prefect flow: pages found, read in batches, checked, loaded in one transaction, published."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flows.quiet import no_telemetry, packages_of_ours, patient_start

no_telemetry()
patient_start()
packages_of_ours()

from prefect import flow, get_run_logger, runtime  # noqa: E402 - the environment must be set before
from prefect.client.schemas.objects import State  # noqa: E402
from prefect.task_runners import ThreadPoolTaskRunner  # noqa: E402

from flows import settings as config  # noqa: E402
from flows.artifacts import Progress, leave  # noqa: E402
from flows.checking import Checked  # noqa: E402
from flows.containers.blob import RawPage  # noqa: E402
from flows.corrections import corrections  # noqa: E402
from flows.finding import Passed, Refusal  # noqa: E402
from flows.held import drop_old  # noqa: E402
from flows.inbox import fresh  # noqa: E402
from flows.intake import Intake  # noqa: E402
from flows.known import Facts, parse_day  # noqa: E402
from flows.lock import Unended, run_lock  # noqa: E402
from flows.own_outlets import outlets  # noqa: E402
from flows.progress import tell  # noqa: E402
from flows.readers import BATCHES_IN_FLIGHT, read_all, readers  # noqa: E402
from flows.replay import plan  # noqa: E402
from flows.report import RunReport  # noqa: E402
from flows.request import Request, sorter_for  # noqa: E402
from flows.samples import sample_pages  # noqa: E402
from flows.selection import Selection  # noqa: E402
from flows.settings import Settings  # noqa: E402
from flows.sorting import Sorter  # noqa: E402
from flows.source_outcomes import SourceOutcomes  # noqa: E402
from flows.stage import Shard, ShardJob, cut, stage_folder, tidy  # noqa: E402
from flows.states import ending, nothing_new  # noqa: E402
from flows.tasks import (  # noqa: E402
    check_shards,
    load_run,
    log_doubts,
    log_gone,
    log_refusals,
    opaque,
    publish,
)
from flows.worker import Manner  # noqa: E402
from transforms.version import READER_VERSION  # noqa: E402
from warehouse.errors import WarehouseError  # noqa: E402
from warehouse.store import KeepRule, RunInfo, open_store, published_path  # noqa: E402


def _run_name() -> str:
    paths = runtime.flow_run.parameters.get("paths") or ["sample pages"]
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"{Path(paths[0]).name or paths[0]}{more}, {datetime.now():%Y-%m-%d %H:%M}"


@flow(name="ingest", flow_run_name=_run_name, task_runner=ThreadPoolTaskRunner(max_workers=BATCHES_IN_FLIGHT))  # type: ignore[arg-type]  # mypy cannot see the runner's future type
def ingest(
    paths: list[str] | None = None,
    data_dir: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
    edition: str | None = None,
    segmenter: str | None = None,
    wait: float = 0.0,
    columns: dict[str, str] | None = None,
    replay: bool = False,
    settled: float | None = None,
    since: str | None = None,
    until: str | None = None,
    only_outlet: str | None = None,
    verify: bool = False,
    reread: bool = False,
) -> State[Any]:
    """Read files and folders (the sample pages where none is given) into the warehouse of `data_dir`.

    `outlet`, `date` and `edition` hold for every page of the run. `wait` is how many seconds to wait for another run in
    the same data folder; `columns` are the names that rows have ours under ({"text": "content"}). With `replay`
    what stands in `reject` or in a correction is read again, and nothing else. With `settled` only files that no run
    has met are read, once they are at rest for so many seconds; where there is none, nothing is done.

    A backfill reads the pages issued from `since` to `until`, both included, by `only_outlet`, and leaves the others
    out. A file that has the size and the time of change that it had when it was read is not opened, unless to `verify`
    it. Where the reader is newer than a reading, a bounded share is read again; with `reread` all of it. A run whose
    checks fail at critical ends in a Failed state named Held.
    """
    settings = config.load(data_dir=data_dir, segmenter=segmenter, columns=columns)
    selection = Selection(parse_day(since) if since else None, parse_day(until) if until else None, only_outlet)
    request = Request(
        Facts("option", outlet, parse_day(date) if date else None, edition), selection, replay, verify, reread
    )
    places = [Path(path) for path in paths] if paths else [sample_pages()]
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    run_id = str(runtime.flow_run.id)
    with run_lock(settings.data_dir, wait, run_id) as lost:
        if lost:
            _note(lost, settings.data_dir)
        if settled is not None:
            given, places = places, fresh(places, settings.data_dir, settings.published, settled)
            if not places:
                return nothing_new(given)
        report = _Run(settings, run_id).run(places, request)
    leave(report, settings.reports_url)
    tell(report)
    return ending(report)


def _note(lost: Unended, data_dir: Path) -> None:
    """Leave a row of a run that could not, since it was killed."""
    with open_store(data_dir) as store:
        store.note_lost(RunInfo(lost.run_id, lost.started_at, None, "crashed", READER_VERSION, 0, 0, 0, 0))


class _Run:
    """One run in a data folder that it holds alone."""

    def __init__(self, settings: Settings, run_id: str) -> None:
        self._settings = settings
        self._run_id = run_id
        self._started = datetime.now(UTC)
        self._clock = time.monotonic()
        self._progress = Progress()

    def run(self, places: Sequence[Path], request: Request) -> RunReport:
        """Read, check and load what lies at `places`. What fails leaves a row in `run`, and is raised."""
        data_dir = self._settings.data_dir
        given, papers = corrections(data_dir), outlets(data_dir)
        with open_store(data_dir) as store:
            sorter = sorter_for(store, request, self._settings.reread_share)
            again = plan(store.rejected(), sorter.known_sources, given) if request.replay else None
        intake = Intake(again.paths if again else places, request.options, self._settings, sorter.ledger, papers)
        try:
            shards = self._read(again.choose(intake, sorter) if again else intake, intake, sorter)
            log_refusals([*sorter.refusals, *sorter.told_again])
            log_doubts((*sorter.notes(), *sorter.doubts))
            checked = check_shards(opaque(shards), opaque(self._progress), opaque(given), data_dir, sorter.handed)
            return self._load(self._outcomes(intake, sorter, shards, request), sorter, shards, checked)
        except Exception:
            self._record_failure()
            raise

    def _read(self, pages: Iterable[RawPage | Refusal | Passed], intake: Intake, sorter: Sorter) -> list[Shard]:
        settings = self._settings
        manner = Manner(settings.segmenter, settings.page_timeout, sorter.selection)
        reading = f"{READER_VERSION} {settings.segmenter}{f' {sorter.selection}' if sorter.selection else ''}"
        stage = stage_folder(settings.data_dir.absolute())  # a worker on another machine has another folder as its own
        jobs = cut(sorter.new(pages), stage, reading, settings.shard_pages, settings.shard_bytes)
        with readers(settings, manner, self._progress) as them:
            return read_all(self._with_shares(jobs, intake), them)

    @staticmethod
    def _with_shares(jobs: Iterable[ShardJob], intake: Intake) -> Iterable[tuple[ShardJob, float]]:
        for job in jobs:
            yield job, intake.done / max(1, intake.total)

    @staticmethod
    def _outcomes(intake: Intake, sorter: Sorter, shards: Sequence[Shard], request: Request) -> SourceOutcomes:
        refused = [*sorter.refusals, *(refusal for shard in shards for refusal in shard.refusals)]
        cleared = sorter.cleared(intake.uris, intake.roots, refused)
        if request.replay:  # it passes over what it is not about, and so knows of no file whole
            return SourceOutcomes(sorter.sightings, refused, cleared)
        gone = sorter.gone(intake.uris, intake.roots)
        log_gone(gone)
        return SourceOutcomes(sorter.sightings, refused, cleared, sorter.files(), gone)

    def _load(self, outcomes: SourceOutcomes, sorter: Sorter, shards: Sequence[Shard], checked: Checked) -> RunReport:
        data_dir = self._settings.data_dir
        pages_new = sum(shard.pages for shard in shards)
        rejected = len(outcomes.refusals) + len(sorter.told_again)
        run = replace(
            self._info("held" if checked.hold else "completed", sorter, pages_new, rejected),
            sources_gone=len(outcomes.gone),
        )
        all_gone = replace(outcomes, gone=sorter.with_contents(outcomes.gone))
        loaded = load_run(data_dir, opaque(checked), run, opaque(all_gone))
        self._progress.at("load", 1.0)
        if not checked.hold:
            publish(data_dir, KeepRule(self._settings.keep_published, self._settings.keep_days))
            tidy(stage_folder(data_dir), shards, time.time())
            drop_old(data_dir, self._settings.keep_days)
        self._progress.at("publish", 1.0)
        return RunReport(
            run_id=self._run_id,
            state=run.state,
            warehouse=published_path(data_dir),
            pages_seen=run.pages_seen,
            pages_new=pages_new,
            pages_unchanged=run.pages_unchanged,
            pages_replaced=loaded.pages_replaced,
            pages_changed=run.pages_changed,
            pages_reread=run.pages_reread,
            pages_left_out=len(sorter.left_out) + sum(shard.left_out for shard in shards),
            articles=loaded.articles,
            metrics=loaded.metrics,
            rows_rejected=len(checked.unfit),
            refused=tuple(outcomes.refusals),
            gone=tuple(outcomes.gone),
            told_again=tuple(sorter.told_again),
            reasons=checked.hold,
            doubts=(*sorter.doubts, *checked.doubts),
            notes=sorter.notes(),
            checks=checked.results,
            seconds=time.monotonic() - self._clock,
        )

    def _info(self, state: str, sorter: Sorter | None = None, pages_new: int = 0, rejected: int = 0) -> RunInfo:
        seen, unchanged = (sorter.seen, sorter.unchanged) if sorter else (0, 0)
        changed, reread = (sorter.changed, sorter.reread) if sorter else (0, 0)
        counts = (seen, pages_new, unchanged, rejected, changed, reread)
        # not by the clock, which may jump back meanwhile
        finished = self._started + timedelta(seconds=time.monotonic() - self._clock)
        return RunInfo(self._run_id, self._started, finished, state, READER_VERSION, *counts)

    def _record_failure(self) -> None:
        """Leave a row in `run`, where the warehouse can be written; what failed is raised in any case."""
        try:
            with open_store(self._settings.data_dir) as store:
                store.load({}, self._info("failed"))
        except (WarehouseError, OSError) as error:
            get_run_logger().warning("the failure could not be noted in the warehouse: %s", error)
