"""A few questions to a Prefect server, where there is one: asked over plain HTTP, answered in seconds or not at all."""

from __future__ import annotations

import json
import os
import tomllib
import urllib.request
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

PATIENCE = 3.0
# where `prefect server start` and `banmian serve` have it
DEFAULT_SERVER = "http://127.0.0.1:4200/api"
# Tags of a run that are no deployment's name: that of them all, and the one that Prefect's scheduler adds.
_OTHER_TAGS = ("banmian", "auto-scheduled")
_SCHEDULED = {
    "sort": "EXPECTED_START_TIME_ASC",
    "limit": 200,
    "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
    "flows": {"name": {"any_": ["ingest", "maintain"]}},
}


def server_url() -> str | None:
    """The API that Prefect's settings name, or None; Prefect itself is not imported, since that takes seconds."""
    if url := os.environ.get("PREFECT_API_URL"):
        return url
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = tomllib.loads((home / "profiles.toml").read_text(encoding="utf-8"))
        active = os.environ.get("PREFECT_PROFILE") or told["active"]
        return str(told["profiles"][active]["PREFECT_API_URL"])
    return None


def next_scheduled(url: str) -> dict[str, datetime]:
    """When the server will start the next run of each deployment, by the tag that is its name; the soonest first.

    Raises OSError or ValueError where no sensible answer comes in time.
    """
    answers: SimpleQueue[list[object] | Exception] = SimpleQueue()
    # in a thread: a name server that hangs heeds no timeout
    Thread(target=_ask, args=(f"{url.rstrip('/')}/flow_runs/filter", answers), daemon=True).start()
    try:
        answer = answers.get(timeout=PATIENCE)
    except Empty as error:
        raise TimeoutError(f"no answer in {PATIENCE:.0f} s") from error
    if isinstance(answer, Exception):
        raise answer
    due: dict[str, datetime] = {}
    for run in answer:
        if not isinstance(run, dict) or "expected_start_time" not in run:
            raise ValueError("the answer is no list of runs")
        name = next((str(tag) for tag in run.get("tags") or [] if tag not in _OTHER_TAGS), "a run")
        due.setdefault(name, datetime.fromisoformat(str(run["expected_start_time"])))
    return due


def _ask(url: str, answers: SimpleQueue[list[object] | Exception]) -> None:
    try:
        if not url.startswith(("http://", "https://")):
            raise ValueError("no http address")
        request = urllib.request.Request(url, json.dumps(_SCHEDULED).encode(), {"Content-Type": "application/json"})  # noqa: S310 - http, checked above
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - http, checked above
            told = json.load(response)
            answers.put(told if isinstance(told, list) else [told])
    except Exception as error:  # whatever it is, the one who waits is told
        answers.put(error if isinstance(error, OSError | ValueError) else ValueError(str(error)))
