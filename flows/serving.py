"""The deployments of a prefect.yaml served by one process, with a Prefect server of its own where none is set."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import yaml

SECONDS_FOR_SERVER = 180.0
AT_ONCE = 2


class ServingError(Exception):
    """Why nothing can be served, in words for a person."""


def declared(path: Path) -> list[dict[str, Any]]:
    """The deployments of a prefect.yaml as they stand there.

    Raises ServingError.
    """
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = [item for item in told["deployments"] if item["name"] and item["entrypoint"]]
    except (OSError, yaml.YAMLError) as error:
        raise ServingError(f"{path} cannot be read: {error}") from error
    except (KeyError, TypeError) as error:
        raise ServingError(f"{path} declares no deployments with name and entrypoint") from error
    if not found:
        raise ServingError(f"{path} declares no deployments")
    return found


def running_server(port: int) -> str | None:
    """The API of a Prefect server that is there already: a user's, or that of a `serve` which was killed."""
    api = f"http://127.0.0.1:{port}/api"
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=2) as answer:  # noqa: S310 - our own address
            return api if answer.read() == b"true" else None
    except (OSError, ValueError):
        return None


@contextmanager
def own_server(port: int) -> Iterator[str]:
    """A Prefect server of this process on the loopback address, stopped at the end; gives the address of its API.

    Should it end before, this process is told to stop, so that what watches over it can start both again.

    Raises ServingError where it does not answer in time, or has ended before.
    """
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    environment = os.environ | {"PREFECT_UI_API_URL": f"{address}/api", "PREFECT_UI_URL": address}
    # in a group of its own: at Ctrl-C the schedules are paused first, which needs the server
    process = subprocess.Popen(  # noqa: S603 - our own words
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    done = Event()
    try:
        _await(f"{address}/api/health", process)
        Thread(target=_interrupt_after, args=(process, done), daemon=True).start()
        try:
            yield f"{address}/api"
        finally:
            if process.poll() is not None:
                raise ServingError("the Prefect server has ended; start serve again")
    finally:
        done.set()
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _interrupt_after(process: subprocess.Popen[bytes], done: Event) -> None:
    process.wait()
    if not done.is_set():
        os.kill(os.getpid(), signal.SIGTERM)


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS_FOR_SERVER
    while time.monotonic() < until:
        if process.poll() is not None:
            raise ServingError("the Prefect server ended at once; is another program at that port? (--port)")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except OSError:
            time.sleep(0.5)
    raise ServingError(f"the Prefect server did not answer in {SECONDS_FOR_SERVER:.0f} s")


def environment_of(deployments: list[dict[str, Any]]) -> dict[str, str]:
    """The variables that the deployments want for their runs; here they hold for all of them."""
    found: dict[str, str] = {}
    for item in deployments:
        found |= ((item.get("work_pool") or {}).get("job_variables") or {}).get("env") or {}
    return {name: str(value) for name, value in found.items()}


def serve(deployments: list[dict[str, Any]]) -> None:
    """Run what is scheduled or asked for until this process is told to stop; PREFECT_API_URL names the server.

    Schedules go on when it stops: a run that nobody takes up is late, and the server tells of it.
    """
    from prefect import serve as serve_all

    made = [_runnable(item) for item in deployments]
    serve_all(*made, pause_on_shutdown=False, print_starting_message=False, limit=AT_ONCE)


def _runnable(item: dict[str, Any]) -> Any:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig
    from prefect.deployments.runner import RunnerDeployment

    limit = item.get("concurrency_limit")
    return RunnerDeployment.from_entrypoint(
        item["entrypoint"].replace(".py:", ".").replace("/", "."),
        name=item["name"],
        parameters=item.get("parameters") or {},
        schedules=[_schedule(told) for told in item.get("schedules") or []],
        concurrency_limit=ConcurrencyLimitConfig(**limit) if isinstance(limit, dict) else limit,
        tags=item.get("tags") or [],
        description=item.get("description"),
    )


def _schedule(told: dict[str, Any]) -> Any:
    from prefect.schedules import Schedule

    interval = told.get("interval")
    return Schedule(**told | ({"interval": timedelta(seconds=interval)} if interval else {}))
