"""The deployment of prefect.yaml on a real server: a worker runs it when its schedule says so."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from warehouse.query import ask

ROOT = Path(__file__).resolve().parents[2]
POOL = "banmian"
PATIENCE = 180.0

pytestmark = pytest.mark.server


@contextmanager
def started(words: list[str], environment: dict[str, str], log: Path) -> Iterator[None]:
    """A process of Prefect's, in a group of its own, which is stopped by its id at the end."""
    with log.open("wb") as out:
        command = [sys.executable, "-m", "prefect", *words]
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=out, stderr=out, start_new_session=True)
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)


def wait_for(what: Callable[[], Any], name: str) -> Any:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if found := what():
                return found
        except httpx.TransportError:
            pass
        time.sleep(0.5)
    pytest.fail(f"{name}: nothing in {PATIENCE:.0f} s")


def soon(folder: Path, inbox: Path, data_dir: Path) -> Path:
    """prefect.yaml with a schedule that fires within seconds, and folders of this test."""
    declared = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    (daily,) = [d for d in declared["deployments"] if d["name"] == "daily"]
    assert daily["schedules"][0]["cron"] == "30 6 * * *"
    assert daily["schedules"][0]["timezone"] == "Asia/Shanghai"
    daily["schedules"] = [{"interval": 5}]
    daily["parameters"] |= {"paths": [str(inbox)], "data_dir": str(data_dir)}
    declared["deployments"] = [daily]
    path = folder / "prefect.yaml"
    path.write_text(yaml.safe_dump(declared), encoding="utf-8")
    return path


def test_the_daily_deployment_runs_on_its_schedule(
    tmp_path: Path, environment: dict[str, str], write_pages: Callable[[Path, int], Path]
) -> None:
    inbox, data_dir = write_pages(tmp_path / "inbox", 3), tmp_path / "data"
    (inbox / "empty.txt").touch()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    api = f"http://127.0.0.1:{port}/api"
    user = environment | {
        "PREFECT_HOME": str(tmp_path / "home"),
        "PREFECT_API_URL": api,
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "1",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
    }

    def prefect(*words: str) -> None:
        command = [sys.executable, "-m", "prefect", "--no-prompt", *words]
        done = subprocess.run(command, env=user, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def ask_api(path: str, body: dict[str, Any]) -> Any:
        answer = httpx.post(f"{api}/{path}/filter", json=body, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def finished_run() -> Any:
        runs = ask_api("flow_runs", {"deployments": {"name": {"any_": ["daily"]}}})
        return next((run for run in runs if run["state_type"] in ("COMPLETED", "FAILED", "CRASHED")), None)

    server = ["server", "start", "--host", "127.0.0.1", "--port", str(port)]
    worker = ["worker", "start", "--pool", POOL, "--type", "process"]
    with started(server, user, tmp_path / "server.log"):
        wait_for(lambda: httpx.get(f"{api}/health", timeout=2).is_success, "the server")
        prefect("work-pool", "create", POOL, "--type", "process")
        prefect("deploy", "--all", "--prefect-file", str(soon(tmp_path, inbox, data_dir)))
        with started(worker, user, tmp_path / "worker.log"):
            run = wait_for(finished_run, "a scheduled run")
        keys = {artifact["key"] for artifact in ask_api("artifacts", {})}
    assert run["auto_scheduled"]
    assert (run["state_type"], run["state_name"]) == ("COMPLETED", "CompletedWithRejects"), run["state"]["message"]
    assert run["name"].startswith("inbox, ")
    assert {"ingest-progress", "ingest-counts", "ingest-rejects", "ingest-summary"} <= keys
    counts = ask(data_dir / "banmian.duckdb", "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM reject)")
    assert counts.row(0) == (3, 1)
