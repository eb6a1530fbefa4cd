"""The command as it is installed: one real process, from nothing to an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess


def test_the_sample_pages_from_nothing_to_an_answer(tmp_path: Path, cli: Callable[..., CompletedProcess[str]]) -> None:
    result = cli("run", "--data-dir", tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert f"published: {tmp_path / 'banmian.duckdb'}" in result.stdout
    tried = [line.strip() for line in result.stdout.splitlines() if line.strip().startswith("banmian sql")]
    assert len(tried) == 3
    for line in tried:
        answer = cli("sql", line.split('"')[1], "--data-dir", tmp_path, "--format", "csv")
        assert answer.returncode == 0, answer.stderr
        assert len(answer.stdout.splitlines()) > 1
