"""Real servers for a test: PostgreSQL from Debian's package, Prefect on it, a worker, Dask's, one that hears webhooks.

Each is started in a process group of its own on a free loopback port, and stopped by its id.
"""

from __future__ import annotations

import http.server
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
POOL = "banmian"
PATIENCE = 240.0
ENDS = ("COMPLETED", "FAILED", "CRASHED", "CANCELLED")
NO_POSTGRESQL = "no PostgreSQL on this machine: apt-get install postgresql"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(what: Callable[[], Any], name: str, patience: float = PATIENCE) -> Any:
    """What `what` gives once it gives something; the test fails where that takes too long."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            if found := what():
                return found
        except httpx.TransportError:
            pass
        time.sleep(0.3)
    pytest.fail(f"{name}: nothing in {patience:.0f} s")


@contextmanager
def started(
    words: list[str], environment: Mapping[str, str], log: Path, stop: signal.Signals = signal.SIGTERM, **more: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, which is stopped by its id at the end."""
    with log.open("wb") as out:
        process = subprocess.Popen(words, env=environment, stdout=out, stderr=out, start_new_session=True, **more)
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, stop)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(20)


def _postgresql() -> Path | None:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def postgresql() -> Iterator[str]:
    """A new PostgreSQL with an empty database; gives the address that Prefect wants."""
    programs = _postgresql()
    if programs is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_POSTGRESQL)
        pytest.skip(NO_POSTGRESQL)
    folder = Path(tempfile.mkdtemp(prefix="banmian-pg-"))  # a test's own folder is closed to other users
    other: dict[str, Any] = {}
    if os.getuid() == 0:  # PostgreSQL does not run as root
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
        other = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    data, port = folder / "data", free_port()
    try:
        command = [programs / "initdb", "-D", data, "-U", "banmian", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder, timeout=120, **other)
        words = [f"{programs}/postgres", "-D", f"{data}", "-k", f"{folder}", "-h", "127.0.0.1", "-p", f"{port}"]
        # SIGINT: a fast shutdown that does not wait for clients
        with started([*words, "-c", "fsync=off"], environment, folder / "log", signal.SIGINT, cwd=folder, **other):
            wait_for(lambda: _answers(port), "PostgreSQL", 60)
            yield f"postgresql+asyncpg://banmian@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def webhook() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A server that hears webhooks: its address, and what it was told so far."""
    heard: list[dict[str, Any]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_given: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/hook", heard
        server.shutdown()


@dataclass(frozen=True)
class Prefect:
    """A Prefect server: its API, the environment of its users, and a folder for logs."""

    api: str
    environment: dict[str, str]
    folder: Path

    def __call__(self, *words: str) -> str:
        """A command of Prefect's."""
        return self._run([sys.executable, "-m", "prefect", "--no-prompt", *words])

    def banmian(self, *words: str) -> str:
        return self._run([sys.executable, "-c", "from flows.cli import main; main()", *words])

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @contextmanager
    def worker(self, **more: str) -> Iterator[subprocess.Popen[bytes]]:
        words = [sys.executable, "-m", "prefect", "worker", "start", "--pool", POOL, "--type", "process"]
        with started(words, self.environment | more, self.folder / "worker.log", cwd=ROOT) as process:
            yield process

    def ask(self, path: str, body: object = None) -> Any:
        """What stands at `path` of the API, or what a filter finds there."""
        url = f"{self.api}/{path}"
        answer = httpx.get(url, timeout=20) if body is None else httpx.post(url, json=body, timeout=20)
        answer.raise_for_status()
        return answer.json()

    def start(self, deployment: str, **parameters: Any) -> str:
        """Have a deployment of `ingest` run now; gives the id of the run."""
        (found,) = self.ask("deployments/filter", {"deployments": {"name": {"any_": [deployment]}}})
        body = {"parameters": found["parameters"] | parameters, "state": {"type": "SCHEDULED"}}
        return str(self.ask(f"deployments/{found['id']}/create_flow_run", body)["id"])

    def ended(self, run: str) -> dict[str, Any] | None:
        """The run, once it is at its end."""
        told: dict[str, Any] = self.ask(f"flow_runs/{run}")
        return told if told["state_type"] in ENDS else None


@contextmanager
def prefect_server(folder: Path, environment: dict[str, str], **more: str) -> Iterator[Prefect]:
    """A Prefect server with a work pool."""
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    user = environment | {
        "PREFECT_HOME": str(folder / "home"),
        "PREFECT_API_URL": api,
        "PREFECT_UI_URL": f"http://127.0.0.1:{port}",
        "PREFECT_UI_API_URL": api,
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "1",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
        **more,
    }
    words = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with started(words, user, folder / "server.log", cwd=ROOT):
        wait_for(lambda: httpx.get(f"{api}/health", timeout=2).is_success, "the Prefect server")
        yield Prefect(api, user, folder)


def declaration(folder: Path, change: Callable[[dict[str, Any]], dict[str, Any] | None]) -> Path:
    """prefect.yaml with each deployment changed, or left out where `change` gives None."""
    declared = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    declared["deployments"] = [changed for item in declared["deployments"] if (changed := change(item))]
    path = folder / "prefect.yaml"
    path.write_text(yaml.safe_dump(declared), encoding="utf-8")
    return path


@contextmanager
def dask_scheduler(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """A scheduler of Dask's; gives its address."""
    port = free_port()
    words = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    with started([*words, "--no-dashboard"], environment, folder / "scheduler.log", cwd=folder):
        wait_for(lambda: _answers(port), "the Dask scheduler", 60)
        yield f"tcp://127.0.0.1:{port}"


@contextmanager
def dask_worker(
    address: str, name: str, folder: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of Dask's under its nanny, in a process group of theirs."""
    words = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--host", "127.0.0.1", "--nthreads", "1"]
    words += ["--name", name, "--no-dashboard", "--local-directory", f"{folder / name}"]
    with started(words, environment, folder / f"{name}.log", cwd=folder) as process:
        yield process
