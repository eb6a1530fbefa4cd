"""The docs are true: their commands run, and what there is, they name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from flows.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
DOCS = ("README.md", "README.zh.md", "CONTRIBUTING.md")
# those two need a server, or are one: tests/flows starts them
_RUNS_ALONE = re.compile("banmian (?!serve|automations)")
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _commands(doc: str) -> list[str]:
    """The lines of the shell blocks, without their comments."""
    text = (ROOT / doc).read_text(encoding="utf-8")
    lines = [line.split("  #")[0].strip() for block in _BLOCK.findall(text) for line in block.splitlines()]
    return [line for line in lines if line]


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("docs")


@pytest.mark.parametrize("command", [c for doc in DOCS for c in _commands(doc) if _RUNS_ALONE.match(c)])
def test_a_command_of_the_docs_runs(command: str, data_dir: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "BANMIAN_DATA_DIR": str(data_dir),
    }
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S602 - our own words
    assert done.returncode == 0, done.stderr
    assert (done.stdout + done.stderr).strip()


def test_every_command_is_in_the_docs() -> None:
    said = "".join((ROOT / doc).read_text(encoding="utf-8") for doc in DOCS)
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"banmian {name}" not in said] == []


def test_every_make_target_of_the_docs_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    said = "".join((ROOT / doc).read_text(encoding="utf-8") for doc in DOCS)
    assert set(re.findall(r"`?make ([a-z-]+)", said)) <= targets


def test_every_file_that_the_docs_point_at_exists() -> None:
    for doc in DOCS:
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", (ROOT / doc).read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), f"{doc} points at {link}"


def test_no_file_names_this_machine_or_an_index() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, files):
        path = ROOT / name
        if path.suffix in {".gz", ".npz", ".bin"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not re.search(r"(?<![\w.])/(?:root|work/main)/", text), name
        assert (
            not re.search(r"--(?:extra-)?index-url|pypi\.org/simple|pythonhosted\.org", text)
            or name == "tests/test_docs.py"
        ), name
