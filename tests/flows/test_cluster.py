"""Reading on a Dask cluster: the tables are those of a run here, whatever dies there; what is missing is said."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from live_server import Prefect, dask_scheduler, dask_worker, declaration, free_port, prefect_server, started, wait_for
from typer.testing import CliRunner

from flows import cluster
from flows.cli.app import app
from flows.cluster import WorkersPool, reach
from flows.readers import Cluster, read_all
from flows.samples import sample_pages
from flows.settings import SettingsError
from flows.stage import Shard, ShardJob
from flows.worker import Manner
from warehouse.equality import differences
from warehouse.query import ask

MANNER = Manner("rjieba", 60.0)
Cli = Callable[..., "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True)
class Live:
    """A Prefect server, a Dask scheduler and the ids of the groups of its two workers, by name."""

    prefect: Prefect
    address: str
    workers: dict[str, int]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages, and a scan, which ends the process that reads it: see `deadly`."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("pages") / "pages"
    shutil.copytree(sample_pages(), folder)
    scan = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(scan, "PNG")
    (folder / "scan.png").write_bytes(scan.getvalue())
    return folder


@pytest.fixture(scope="module")
def deadly(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> dict[str, str]:
    """An environment with small shards, and with a library for scans that takes its process along."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "rapidocr.py").write_text("import os\nos._exit(9)\n")
    return environment | {"PYTHONPATH": str(folder), "BANMIAN_SHARD_PAGES": "1"}


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, deadly: dict[str, str]) -> Iterator[Live]:
    folder = tmp_path_factory.mktemp("live")
    with ExitStack() as stack:
        address = stack.enter_context(dask_scheduler(folder, deadly))
        names = ("one", "two")
        groups = {name: stack.enter_context(dask_worker(address, name, folder, deadly)).pid for name in names}
        yield Live(stack.enter_context(prefect_server(folder, deadly)), address, groups)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory, live: Live, pages: Path) -> Path:
    """What a run without a cluster publishes."""
    data = tmp_path_factory.mktemp("here")
    with run(live.prefect.environment, pages, data) as process:
        assert process.wait(240) == 1, "the scan is refused"
    return data / "banmian.duckdb"


def run(environment: dict[str, str], pages: Path, data: Path) -> Any:
    words = [sys.executable, "-c", "from flows.cli import main; main()", "run", f"{pages}", "--data-dir", f"{data}"]
    return started(words, environment, data.with_suffix(".log"), cwd=data.parent)


def at_work(live: Live, client: Any) -> dict[str, list[str]]:
    """Batches that each worker has, by its name."""
    told = client.scheduler_info()["workers"]
    return {told[worker]["name"]: keys for worker, keys in client.processing().items() if worker in told}


@pytest.mark.long
@pytest.mark.server
def test_a_cluster_reads_what_is_read_here_and_refuses_a_page_that_kills(
    live: Live, pages: Path, here: Path, tmp_path: Path
) -> None:
    there = live.prefect.environment | {"BANMIAN_DASK_ADDRESS": live.address}
    with run(there, pages, tmp_path / "data") as process:
        assert process.wait(240) == 1, (tmp_path / "data.log").read_text()
    published = tmp_path / "data" / "banmian.duckdb"
    assert differences(here, published) == []
    refused = ask(published, "SELECT source_uri, reason FROM reject").rows()
    assert refused == [((pages / "scan.png").as_uri(), "reader_died")]
    tasks = live.prefect.ask("task_runs/filter", {"task_runs": {"name": {"like_": "read "}}})
    assert {task["state_name"] for task in tasks} == {"Completed"}
    wait_for(lambda: f"{pages.as_uri()}/scan.png: reader_died" in logged(live.prefect), "the log of a task there")


@pytest.mark.long
@pytest.mark.server
def test_a_deployment_reads_on_the_cluster_too(
    live: Live, write_pages: Callable[[Path, int], Path], tmp_path: Path
) -> None:
    inbox, data = write_pages(tmp_path / "inbox", 2), tmp_path / "data"

    def daily(item: dict[str, Any]) -> dict[str, Any] | None:
        given = {"parameters": {"paths": [str(inbox)], "data_dir": str(data)}, "schedules": []}
        return item | given if item["name"] == "daily" else None

    live.prefect("work-pool", "create", "banmian", "--type", "process")
    live.prefect("deploy", "--all", "--prefect-file", str(declaration(tmp_path, daily)))
    with live.prefect.worker(BANMIAN_DASK_ADDRESS=live.address):
        number = live.prefect.start("daily")
        done = wait_for(lambda: live.prefect.ended(number), "the run of a deployment")
    assert done["state_name"] == "Completed", done["state"]["message"]
    assert ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item() == 2
    logs = [(live.prefect.folder / f"{name}.log").read_text() for name in live.workers]
    assert "Task run 'read 2 pages' - Finished in state Completed()" in "".join(logs)


def logged(prefect: Prefect) -> str:
    told = prefect.ask("logs/filter", {"limit": 200, "sort": "TIMESTAMP_DESC"})
    return "\n".join(item["message"] for item in told if item["task_run_id"])


@pytest.mark.long
@pytest.mark.server
def test_what_a_killed_worker_had_is_read_by_another_and_the_run_ends_well(
    live: Live, pages: Path, here: Path, tmp_path: Path
) -> None:
    from distributed import Client

    there = live.prefect.environment | {"BANMIAN_DASK_ADDRESS": live.address}
    data = tmp_path / "data"
    with Client(live.address, set_as_default=False) as client, run(there, pages, data) as process:
        wait_for(lambda: any((data / "stage").glob("*")) and at_work(live, client).get("one"), "a worker at work")
        os.killpg(live.workers["one"], signal.SIGKILL)
        assert process.wait(240) == 1, (tmp_path / "data.log").read_text()
        assert list(client.nthreads().values()) == [1]
    assert differences(here, data / "banmian.duckdb") == []


@pytest.mark.long
@pytest.mark.server
def test_a_scheduler_without_workers_is_told(
    tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    monkeypatch.setattr(cluster, "SECONDS_FOR_WORKERS", 0.0)
    told = pytest.raises(SettingsError, match=r"BANMIAN_DASK_ADDRESS.*has no worker")
    with dask_scheduler(tmp_path, environment) as address, told:
        reach(address)


@pytest.fixture
def set_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Any]:
    """`set_to(address)`: what `banmian run` says of it, with a Prefect server named."""
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    monkeypatch.setattr(cluster, "SECONDS_FOR_ANSWER", 0.5)

    def call(address: str) -> Any:
        monkeypatch.setenv("BANMIAN_DASK_ADDRESS", address)
        result = CliRunner().invoke(app, ["run", "--data-dir", str(tmp_path / "data")])
        assert not (tmp_path / "data").exists()
        return result

    return call


def test_an_address_where_no_scheduler_is_is_refused_by_its_name(set_to: Callable[[str], Any]) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    result = set_to(address)
    assert result.exit_code == 2
    assert f"BANMIAN_DASK_ADDRESS = '{address}': no Dask scheduler answers there" in result.stderr
    assert set_to("somewhere").exit_code == 2


def test_a_cluster_without_what_it_needs_is_refused(
    set_to: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PREFECT_API_URL")
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    result = set_to("tcp://127.0.0.1:8786")
    assert result.exit_code == 2
    assert "PREFECT_API_URL" in result.stderr
    monkeypatch.setitem(sys.modules, "prefect_dask", None)
    result = set_to("tcp://127.0.0.1:8786")
    assert result.exit_code == 2
    assert "pip install banmian[dask]" in result.stderr


def test_a_worker_with_another_reader_reads_nothing() -> None:
    with pytest.raises(SettingsError, match="install the same Banmian"):
        WorkersPool("0").read([], MANNER)


def test_shards_that_a_worker_left_on_its_own_disk_end_the_run(tmp_path: Path) -> None:
    elsewhere = tmp_path / "stage" / "shard"

    class Runner:
        """A task runner whose tasks say that they wrote a shard."""

        client = type("Client", (), {"nthreads": staticmethod(lambda: {"tcp://one": 1})})

        def submit(self, _task: Any, _given: dict[str, Any]) -> Future[list[Shard]]:
            done: Future[list[Shard]] = Future()
            done.set_result([Shard(elsewhere, 1, 1, 0, ())])
            return done

    with pytest.raises(SettingsError, match=r"BANMIAN_DATA_DIR.*on storage that the run shares"):
        read_all([(ShardJob(elsewhere, ()), 1.0)], Cluster(Runner(), MANNER, progress=None))  # type: ignore[arg-type]


def test_a_run_here_does_not_import_dask() -> None:
    code = "import sys, flows.ingest; sys.exit(bool({'dask', 'distributed', 'prefect_dask'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
