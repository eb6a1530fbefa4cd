"""The deployments of prefect.yaml as they are lived with: a real server on a real PostgreSQL, and a process worker."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from live_server import ENDS, Prefect, declaration, postgresql, prefect_server, wait_for, webhook

from flows.lock import unended
from warehouse.query import ask

pytestmark = pytest.mark.server
Write = Callable[[Path, int], Path]


@dataclass(frozen=True)
class Live:
    """A server with our deployments, folders of this test, and what the webhook heard."""

    prefect: Prefect
    inbox: Path
    data: Path
    heard: list[dict[str, Any]]

    @property
    def published(self) -> Path:
        return self.data / "banmian.duckdb"


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], write_pages: Write) -> Iterator[Live]:
    """All deployments on PostgreSQL; only the daily one keeps its schedule."""
    folder = tmp_path_factory.mktemp("live")
    inbox, data = write_pages(folder / "inbox", 3), folder / "data"
    (inbox / "empty.txt").touch()

    def here(item: dict[str, Any]) -> dict[str, Any]:
        given = item["parameters"]
        item["parameters"] = given | {"data_dir": str(data)} | ({"paths": [str(inbox)]} if "paths" in given else {})
        item["schedules"] = item["schedules"] if item["name"] == "daily" else []
        return item

    with postgresql() as database, webhook() as (url, heard):
        more = {
            "PREFECT_SERVER_DATABASE_CONNECTION_URL": database,
            "BANMIAN_WEBHOOK_URL": url,
            "BANMIAN_LATE_AFTER": "10",
        }
        with prefect_server(folder, environment, **more) as prefect:
            prefect("work-pool", "create", "banmian", "--type", "process")
            assert "held" in prefect.banmian("automations")
            prefect("deploy", "--all", "--prefect-file", str(declaration(folder, here)))
            yield Live(prefect, inbox, data, heard)


def schedule_once(prefect: Prefect, seconds: float) -> None:
    """The daily deployment's schedule with the next day's run moved to so many seconds from now."""
    (daily,) = prefect.ask("deployments/filter", {"deployments": {"name": {"any_": ["daily"]}}})
    assert [item["schedule"]["cron"] for item in daily["schedules"]] == ["30 6 * * *"]
    soon = datetime.now(UTC) + timedelta(seconds=seconds)
    schedule = {"interval": 86400, "anchor_date": soon.isoformat(), "timezone": "UTC"}
    prefect.ask(f"deployments/{daily['id']}/schedules", [{"schedule": schedule, "active": True}])


def spoilt_feed(folder: Path) -> Path:
    """A feed of which every other row has a date from before there were newspapers: the reader of it is broken."""
    folder.mkdir()
    rows = [
        {"id": f"r{n}", "text": f"江湾新区开工{n}个项目。", "issue_date": "1700-01-01" if n % 2 else "2025-03-01"}
        for n in range(120)
    ]
    path = folder / "feed.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return folder


def artifacts(prefect: Prefect, run: str) -> dict[str, Any]:
    found = prefect.ask("artifacts/filter", {"flow_runs": {"id": {"any_": [run]}}})
    return {item["key"]: item["data"] for item in found}


def test_the_daily_deployment_fires_and_a_bad_feed_is_held_and_told(live: Live, tmp_path: Path) -> None:
    prefect = live.prefect

    def scheduled_and_done() -> Any:
        wanted = {"state": {"type": {"any_": list(ENDS)}}}
        runs = prefect.ask("flow_runs/filter", {"deployments": {"name": {"any_": ["daily"]}}, "flow_runs": wanted})
        return runs[0] if runs else None

    with prefect.worker():
        schedule_once(prefect, 3)
        run = wait_for(scheduled_and_done, "a scheduled run")
        assert run["auto_scheduled"]
        assert (run["state_type"], run["state_name"]) == ("COMPLETED", "CompletedWithRejects"), run["state"]["message"]
        assert run["name"].startswith("inbox, ")
        assert run["name"].endswith(": 3 pages, 3 articles, 1 rejected")
        told = {"ingest-progress", "ingest-counts", "ingest-quality", "ingest-rejects", "ingest-summary"}
        assert told <= artifacts(prefect, run["id"]).keys()
        counts = ask(live.published, "SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM reject)")
        assert counts.row(0) == (3, 1)

        held_id = prefect.start("daily", paths=[str(spoilt_feed(tmp_path / "feed"))])
        held = wait_for(lambda: prefect.ended(held_id), "the run with bad data")
        assert (held["state_type"], held["state_name"]) == ("FAILED", "Held"), held["state"]["message"]
        assert held["run_count"] == 1, "what its checks hold is not tried again"
        assert ": held, page: 60 of 120 rows are unfit, most of them by issue_date_sane" in held["name"]
        assert f"banmian release {held_id}" in held["state"]["message"]
        assert "holds the run" in artifacts(prefect, held_id)["ingest-quality"]
        assert ask(live.published, "SELECT count(*) FROM page").item() == 3, "readers see what they saw"
        wait_for(lambda: said_of(live, held_id, "held"), "the webhook")
        (said,) = [word for word in live.heard if (word["run_id"], word["event"]) == (held_id, "held")]
        assert (said["deployment"], said["state"]) == ("daily", "Held")
        assert said["url"] == f"{prefect.api.removesuffix('/api')}/runs/flow-run/{held_id}"
        wait_for(lambda: events_of_the_warehouse(prefect) == ["held", "published"], "events of our own")
        unfit = f"{tmp_path}/feed/feed.jsonl#r1: issue_date_sane"
        wait_for(
            lambda: any(unfit in message for message in logged(prefect, held_id)), "the log, which comes in batches"
        )


def logged(prefect: Prefect, run: str) -> list[str]:
    wanted = {"logs": {"flow_run_id": {"any_": [run]}}, "limit": 200, "sort": "TIMESTAMP_DESC"}
    return [log["message"] for log in prefect.ask("logs/filter", wanted)]


def events_of_the_warehouse(prefect: Prefect) -> list[str]:
    ours = {"event": {"prefix": ["banmian.warehouse."]}}
    return sorted(
        event["event"].rpartition(".")[2] for event in prefect.ask("events/filter", {"filter": ours})["events"]
    )


def said_of(live: Live, run: str, event: str) -> bool:
    return any((word["run_id"], word["event"]) == (run, event) for word in live.heard)


def heartbeats(prefect: Prefect, run: str) -> list[Any]:
    wanted = {"event": {"name": ["prefect.flow-run.heartbeat"]}, "resource": {"id": [f"prefect.flow-run.{run}"]}}
    return list(prefect.ask("events/filter", {"filter": wanted})["events"])


@pytest.mark.long
def test_a_worker_killed_in_a_run_shows_as_crashed_and_the_next_run_completes(live: Live, write_pages: Write) -> None:
    prefect = live.prefect
    write_pages(live.inbox, 28)

    def lost() -> str:
        """A run whose worker and process are gone in the middle of it."""
        run = prefect.start("daily")
        with prefect.worker() as worker:
            wait_for(lambda: heartbeats(prefect, run) and "ingest-progress" in artifacts(prefect, run), "a run at work")
            os.killpg(worker.pid, signal.SIGKILL)
            os.kill(int((live.data / "run.lock").read_text().split()[0]), signal.SIGKILL)
        return run

    run = lost()
    crashed = wait_for(lambda: prefect.ended(run), "the end of a run that nobody hears of", 400)
    assert (crashed["state_type"], crashed["state_name"]) == ("CRASHED", "Crashed")
    wait_for(lambda: said_of(live, run, "crashed"), "a word of the crash")
    left = unended(live.data)
    assert left is not None
    assert (left.run_id, left.alive) == (run, False), "banmian status tells of it too"
    again = prefect.start("daily")
    wait_for(lambda: said_of(live, again, "late"), "a word of a run that nothing starts")
    with prefect.worker():
        done = wait_for(lambda: prefect.ended(again), "the next run")
        assert (done["state_type"], done["state_name"]) == ("COMPLETED", "CompletedWithRejects")
        assert ask(live.published, "SELECT count(*) FROM page").item() == 28

        third = prefect.start("maintenance")
        done = wait_for(lambda: prefect.ended(third), "the maintenance")
        assert done["state_name"] == "Completed", done["state"]["message"]


@pytest.mark.long
def test_a_run_that_is_killed_under_its_worker_shows_as_crashed_at_once(live: Live, write_pages: Write) -> None:
    prefect = live.prefect
    write_pages(live.inbox, 28)
    with prefect.worker():
        run = prefect.start("inbox", settled=0.0)
        wait_for(lambda: "ingest-progress" in artifacts(prefect, run), "a run at work")
        os.kill(int((live.data / "run.lock").read_text().split()[0]), signal.SIGKILL)
        assert wait_for(lambda: prefect.ended(run), "the killed run", 60)["state_name"] == "Crashed"
        idle = prefect.start("inbox", settled=3600.0)
        assert wait_for(lambda: prefect.ended(idle), "a look into the inbox")["state_name"] == "NothingNew"
