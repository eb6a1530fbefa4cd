"""Fixtures of the flow tests: a Prefect home of their own, invented pages, and the command line as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PAGE = """江湾新区开工 {number} 个项目
江湾日报讯（记者/李小田 通讯员/周南）3月{day}日，江湾新区举行项目集中开工仪式，总投资{number}
2亿元，同比增长{day}.5%。
“今年要把路修到村口。”新区管委会主任陈一舟说。
"""

Cli = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "server: starts a real Prefect server (about a minute)")


@pytest.fixture(scope="session")
def write_pages() -> Callable[[Path, int], Path]:
    """`write_pages(folder, count)`: that many pages of an invented paper, one a day."""

    def write(folder: Path, count: int) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, count + 1):
            text = PAGE.format(number=number + 20, day=number % 28 + 1)
            (folder / f"jwrb_202503{number % 28 + 1:02}_{number:02}.txt").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def environment(prefect_home: Path) -> dict[str, str]:
    """The environment of a user with no server and no settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BANMIAN_", "PREFECT_"))}
    return kept | {"PREFECT_HOME": str(prefect_home), "DO_NOT_TRACK": "1", "COLUMNS": "120"}


@pytest.fixture(scope="session")
def cli(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """`cli("run", path, stdin=…, **environment)`: the command's end, its output and its messages."""
    elsewhere = tmp_path_factory.mktemp("cwd")

    def call(*words: object, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from flows.cli import main; main()", *map(str, words)],
            input=stdin,
            capture_output=True,
            text=True,
            env=environment | more,
            cwd=elsewhere,
            timeout=400,
            check=False,
        )

    return call


@pytest.fixture(scope="session")
def harness(prefect_home: Path) -> Iterator[None]:
    """A Prefect database for flows that are run inside the tests."""
    from flows.quiet import no_telemetry

    no_telemetry()
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield
