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
def test_a_client_of_duckdb_1_5_opens_it(tmp_path: Path, publish: Callable[..., Path]) -> None:
    venv = tmp_path / "old"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin" / "pip", "install", "-q", "duckdb==1.5.5"], check=True)
    told = subprocess.check_output([venv / "bin" / "python", "-c", ASK, publish(page_frames())], text=True).splitlines()
    assert told == ["1.5.5", *TOLD]
