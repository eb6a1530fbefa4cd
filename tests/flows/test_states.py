"""How runs end: what may pass is tried again, what the checks held is not, and each ending has its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prefect import State
from prefect.artifacts import Artifact
from prefect.client.schemas.objects import Artifact as ArtifactFound

from flows import checking, ingest
from warehouse.query import ask

Write = Callable[[Path, int], Path]

pytestmark = pytest.mark.usefixtures("harness")


def tried_twice(pages: Path, data: Path) -> State[Any]:
    """The flow as the deployments run it, with a retry, but no minutes between."""
    patient = ingest.ingest.with_options(retries=1, retry_delay_seconds=0)
    return patient(paths=[str(pages)], data_dir=str(data), return_state=True)


def test_what_a_disk_did_is_tried_again(tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[Path] = []
    sound = ingest.corrections

    def failing(data_dir: Path) -> Any:
        tries.append(data_dir)
        if len(tries) == 1:
            raise OSError("the disk is away")
        return sound(data_dir)

    monkeypatch.setattr(ingest, "corrections", failing)
    state = tried_twice(write_pages(tmp_path / "pages", 2), tmp_path / "data")
    assert (state.name, len(tries)) == ("Completed", 2), state.message
    assert ask(tmp_path / "data" / "banmian.duckdb", "SELECT count(*) FROM page").item() == 2


def test_what_the_checks_hold_is_not_tried_again(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []

    def hold(results: object) -> tuple[str, ...]:
        tries.append(results)
        return ("page: too few for a Monday",)

    monkeypatch.setattr(checking, "hold_reasons", hold)
    state = tried_twice(write_pages(tmp_path / "pages", 2), tmp_path / "data")
    assert (state.name, state.type.value, len(tries)) == ("Held", "FAILED", 1)
    (report,) = (tmp_path / "data" / "reports").iterdir()
    assert "too few for a Monday" in report.read_text(encoding="utf-8")


def test_the_report_is_linked_where_somebody_serves_it(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANMIAN_REPORTS_URL", "https://reports.example.org/banmian/")
    tried_twice(write_pages(tmp_path / "pages", 1), tmp_path / "data")
    (report,) = (tmp_path / "data" / "reports").iterdir()
    link = Artifact.get("ingest-report")
    assert isinstance(link, ArtifactFound)
    assert f"(https://reports.example.org/banmian/{report.name})" in str(link.data)
