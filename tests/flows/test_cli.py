"""The command as it is installed: one real process, from nothing to an answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess, run


def test_the_sample_pages_from_nothing_to_an_answer(tmp_path: Path, cli: Callable[..., CompletedProcess[str]]) -> None:
    result = cli("run", "--data-dir", tmp_path)
    assert result.returncode == 0, result.stderr
    (line,) = result.stderr.splitlines()
    query = "SELECT concat_ws('.', table_name, expectation) AS name FROM quality WHERE NOT success"
    doubted = cli("sql", query, "--data-dir", tmp_path, "--format", "csv").stdout.split()[1:]
    assert (" in doubt: " in line, "see the table quality" in line) == (True, True)
    assert doubted and all(name in line for name in doubted)
    assert f"published: {tmp_path / 'banmian.duckdb'}" in result.stdout
    tried = [line.strip() for line in result.stdout.splitlines() if line.strip().startswith("banmian sql")]
    assert len(tried) == 3
    for line in tried:
        answer = cli("sql", line.split('"')[1], "--data-dir", tmp_path, "--format", "csv")
        assert answer.returncode == 0, answer.stderr
        assert len(answer.stdout.splitlines()) > 1


def test_modules_of_the_users_in_the_working_folder_are_not_taken_for_ours(
    tmp_path: Path, environment: dict[str, str], write_pages: Callable[[Path, int], Path]
) -> None:
    for name in ("seeds", "transforms", "warehouse", "polars", "uvicorn"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the module of the user')\n", encoding="utf-8")
    command = [Path(sys.executable).with_name("banmian"), "run", write_pages(tmp_path / "pages", 2)]
    result = run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=400, check=False)
    assert result.returncode == 0, result.stderr
    assert (result.stderr, "pages read" in result.stdout) == ("", True)
