"""A person edits the seeds: what is read already is read again, and the run says why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import seeds
from warehouse.query import ask

Cli = Callable[..., "subprocess.CompletedProcess[str]"]
DIGEST = "import seeds; print(seeds.digest())"


@pytest.fixture
def edited(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A copy of the seeds to edit, and the environment that has it in place of the product's."""
    root = tmp_path / "edited"
    shutil.copytree(str(seeds.resource("")), root / "seeds", ignore=shutil.ignore_patterns("__pycache__"))
    package = Path(str(seeds.resource(""))).parent
    return root / "seeds", {"PYTHONPATH": os.pathsep.join((str(root), str(package)))}


def digest(environment: dict[str, str]) -> str:
    command = [sys.executable, "-P", "-c", DIGEST]  # -P: not the seeds of the working folder
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def append(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def test_an_edit_has_pages_read_again_and_is_told(
    tmp_path: Path, cli: Cli, edited: tuple[Path, dict[str, str]]
) -> None:
    folder, environment = edited
    page, data = tmp_path / "page.txt", tmp_path / "data"
    page.write_text("江湾日报讯 全年清运淤泥3200溜槽。\n", encoding="utf-8")
    units = "SELECT unit FROM metric WHERE raw LIKE '3200%'"
    assert cli("run", page, "--data-dir", data, **environment).returncode == 0
    before = ask(data / "banmian.duckdb", units).rows()
    append(folder / "units.csv", "溜槽,TROUGH,1,count,,,,an invented measure")
    told = cli("run", page, "--data-dir", data, BANMIAN_REREAD_SHARE="0", **environment)
    assert told.returncode == 0, told.stderr
    assert "the seeds changed: 1 page left as read before (--reread reads all again)" in told.stderr
    assert ask(data / "banmian.duckdb", units).rows() == before
    told = cli("run", page, "--data-dir", data, "--reread", **environment)
    assert told.returncode == 0, told.stderr
    assert "the seeds changed: 1 page read again" in told.stderr
    assert ask(data / "banmian.duckdb", units).rows() == [("TROUGH",)] != before


def test_line_ends_of_a_checkout_and_what_no_reading_rests_on_change_nothing(
    edited: tuple[Path, dict[str, str]],
) -> None:
    folder, environment = edited
    assert digest(environment) == seeds.digest()
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    append(folder / "corrections.csv", "file:///a.txt,,page,edition,1,2,misprinted")
    (folder / ".#units.csv").symlink_to("nobody@nowhere")
    assert digest(environment) == seeds.digest()
    weights = folder / "names.weights.gz"
    weights.write_bytes(weights.read_bytes()[:-1])
    assert digest(environment) != seeds.digest()
