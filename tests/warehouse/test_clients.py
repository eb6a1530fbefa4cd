"""Clients of DuckDB 1.5 and of 2.x open what is published."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from made_pages import page_frames

ASK = """
import duckdb, sys
con = duckdb.connect(sys.argv[1], read_only=True)
print(duckdb.__version__)
for sql in (
    "SELECT cut(p.text, m.char_start, m.char_end) FROM metric_in_context m JOIN page p USING (page_id)",
    "SELECT count(*) FROM search('城东村')",
    "SELECT page_id FROM page_coverage",
    "SELECT comment FROM duckdb_tables() WHERE table_name = 'article'",
):
    print(con.execute(sql).fetchone()[0])
"""
TOLD = ["超300万元", "1", "p-one", "One row per article on a page."]


def test_this_client_opens_it(publish: Callable[..., Path]) -> None:
    told = subprocess.check_output([sys.executable, "-c", ASK, publish(page_frames())], text=True).splitlines()
    assert told[1:] == TOLD


@pytest.mark.long
@pytest.mark.parametrize("version", ["1.5.0", "1.5.5", "2.0.0"])
def test_a_client_of_another_version_opens_it(tmp_path: Path, publish: Callable[..., Path], version: str) -> None:
    """Each client comes from the index into a place of its own."""
    venv = tmp_path / "client"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    pip = [venv / "bin" / "pip", "install", "-q", "--retries", "1", f"duckdb=={version}"]
    installed = subprocess.run(pip, capture_output=True, text=True, check=False)
    if installed.returncode:
        pytest.skip(f"duckdb {version} cannot be had here: {installed.stderr.strip().splitlines()[-1:]}")
    told = subprocess.check_output([venv / "bin" / "python", "-c", ASK, publish(page_frames())], text=True).splitlines()
    assert told == [version, *TOLD]
