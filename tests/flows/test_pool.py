"""The reading processes: shards are kept, and a page that kills its process harms no other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.containers.blob import RawPage
from flows.pool import ReadersFailedError, ReadingPool
from flows.sorting import NewPage
from flows.stage import ShardJob, finished
from flows.worker import Manner, read_shard
from transforms.forms.line import Known

MANNER = Manner("rjieba", 60.0)


class Deadly(bytes):
    """Bytes that end the process that unpickles them."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def page(name: str, raw: bytes) -> NewPage:
    return NewPage(name, name * 8, RawPage(f"file:///{name}", raw, Known()))


def good(name: str) -> NewPage:
    return page(name, f"江湾日报讯 {name} 全市新增就业3.2万人。".encode())


def test_a_page_that_kills_its_process_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    jobs = [
        ShardJob(tmp_path / "one", (good("a"), page("b", Deadly(b"x")), good("c"))),
        ShardJob(tmp_path / "two", (good("d"),)),
    ]
    pool = ReadingPool(1)
    try:
        one, two = pool.read(jobs, MANNER)
        (three,) = pool.read([ShardJob(tmp_path / "three", (good("e"),))], MANNER)
    finally:
        pool.close()
    assert [(r.source_uri, r.reason) for r in one.refusals] == [("file:///b", "reader_died")]
    assert pl.read_parquet(one.parquet("page"))["source_uri"].to_list() == ["file:///a", "file:///c"]
    assert (two.pages, three.pages) == (1, 1)


def test_a_finished_shard_is_not_read_again(tmp_path: Path) -> None:
    job = ShardJob(tmp_path / "shard", (good("a"), page("b", b"")))
    first = read_shard(job, MANNER)
    written = (job.folder / "page.parquet").stat().st_mtime_ns
    assert read_shard(job, MANNER) == first
    assert (job.folder / "page.parquet").stat().st_mtime_ns == written
    assert [r.reason for r in first.refusals] == ["empty"]


def test_a_shard_cut_short_is_read_again(tmp_path: Path) -> None:
    job = ShardJob(tmp_path / "shard", (good("a"),))
    first = read_shard(job, MANNER)
    whole = (job.folder / "token.parquet").read_bytes()
    (job.folder / "token.parquet").write_bytes(whole[: len(whole) // 2])
    assert finished(job.folder) is None
    assert read_shard(job, MANNER) == first
    assert (job.folder / "token.parquet").read_bytes() == whole


def test_readers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom flows.pool import ReadingPool\nfrom flows.stage import ShardJob\n"
        "from flows.worker import Manner\n"
        "if __name__ == '__main__':\n"
        "    pool = ReadingPool(1)\n"
        "    list(pool.read([ShardJob(Path(sys.argv[1]), ())], Manner('rjieba', 60.0)))\n"
        "    print(*pool._pool._processes, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    program = tmp_path / "program.py"
    program.write_text(code)
    words = [sys.executable, str(program), str(tmp_path / "shard")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        reader = int(run.stdout.readline())
        os.kill(reader, 0)
        run.kill()
    with pytest.raises(ProcessLookupError):
        for _ in range(100):
            os.kill(reader, 0)
            time.sleep(0.1)


def test_no_page_is_blamed_where_every_process_dies(tmp_path: Path) -> None:
    pool = ReadingPool(1)
    deadly = Manner(Deadly(b"x"), 60.0)  # type: ignore[arg-type]
    try:
        with pytest.raises(ReadersFailedError):
            list(pool.read([ShardJob(tmp_path / "one", (good("a"),))], deadly))
    finally:
        pool.close()
