"""`banmian serve`: the deployments on their schedules by one command, with a server of its own."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from live_server import ENDS, ROOT, declaration, free_port, started, wait_for
from typer.testing import CliRunner

from flows.cli.app import app
from flows.serving import ServingError, declared, environment_of
from warehouse.query import ask

SERVE = [sys.executable, "-c", "from flows.cli import main; main()", "serve"]


@pytest.mark.long
@pytest.mark.server
def test_serve_alone_runs_what_is_scheduled_and_stops_when_told(
    tmp_path: Path, environment: dict[str, str], write_pages: Callable[[Path, int], Path]
) -> None:
    inbox, data = write_pages(tmp_path / "inbox", 2), tmp_path / "data"

    def here(item: dict[str, Any]) -> dict[str, Any] | None:
        given = {"paths": [str(inbox)], "data_dir": str(data)}
        return item | {"parameters": given, "schedules": [{"interval": 20}]} if item["name"] == "daily" else None

    port = free_port()
    words = [*SERVE, "--file", str(declaration(tmp_path, here)), "--port", str(port)]
    user = environment | {"PREFECT_HOME": str(tmp_path / "home"), "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "1"}
    log = tmp_path / "serve.log"

    def done() -> Any:
        wanted = {"flow_runs": {"state": {"type": {"any_": list(ENDS)}}}}
        answer = httpx.post(f"http://127.0.0.1:{port}/api/flow_runs/filter", json=wanted, timeout=20)
        return answer.is_success and next(iter(answer.json()), None)

    with started(words, user, log, cwd=ROOT) as process:
        run = wait_for(done, "a scheduled run")
        assert run["auto_scheduled"]
        assert run["state_name"] == "Completed", run["state"]["message"]
        assert ask(data / "banmian.duckdb", "SELECT count(*) FROM page").item() == 2
        process.send_signal(signal.SIGINT)
        wait_for(lambda: process.poll() is not None, "the end of serve")
    said = log.read_text(encoding="utf-8")
    assert "serving daily: " in said
    assert f"look at http://127.0.0.1:{port}" in said
    with pytest.raises(httpx.TransportError):
        httpx.get(f"http://127.0.0.1:{port}/api/health", timeout=2)


def test_the_daily_deployment_is_due_every_morning_in_china() -> None:
    found = {item["name"]: item for item in declared(ROOT / "prefect.yaml")}
    assert {"daily", "inbox", "maintenance"} <= found.keys()
    (morning,) = found["daily"]["schedules"]
    assert (morning["cron"], morning["timezone"]) == ("30 6 * * *", "Asia/Shanghai")
    assert found["daily"]["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}
    assert environment_of(list(found.values()))["PREFECT_FLOWS_DEFAULT_RETRIES"] == "2"


def test_every_deployment_names_a_flow_of_ours_and_parameters_that_it_has() -> None:
    from flows.ingest import ingest
    from flows.maintenance import maintain

    flows = {"flows.ingest.ingest": ingest, "flows.maintenance.maintain": maintain}
    for item in declared(ROOT / "prefect.yaml"):
        schema = flows[item["entrypoint"]].parameters.properties
        assert item["parameters"].keys() <= schema.keys(), item["name"]
        assert item["tags"] == ["banmian", item["name"]], "the automations go by the first, people by the second"
        flows[item["entrypoint"]].validate_parameters(item["parameters"])


@pytest.mark.parametrize("text", ["", "deployments: []", "deployments: [1]", "deployments: [{name: x}]", "a: [", None])
def test_a_declaration_that_cannot_be_served_is_refused_with_words(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "prefect.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ServingError, match=r"prefect\.yaml"):
        declared(path)
    result = CliRunner().invoke(app, ["serve", "--file", str(path)])
    assert result.exit_code == 2
    assert "prefect.yaml" in result.stderr


def test_a_webhook_address_that_is_none_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANMIAN_WEBHOOK_URL", "hooks.example.org/x")
    result = CliRunner().invoke(app, ["config"])
    assert result.exit_code == 2
    assert "BANMIAN_WEBHOOK_URL" in result.stderr
    monkeypatch.setenv("BANMIAN_WEBHOOK_URL", "https://hooks.example.org/secret-part")
    assert "secret-part" not in CliRunner().invoke(app, ["config"]).output


def test_automations_without_a_server_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    result = CliRunner().invoke(app, ["automations"])
    assert result.exit_code == 2
    assert "PREFECT_API_URL" in result.stderr
