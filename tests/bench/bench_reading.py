"""How fast a page is read, beside what jieba.lcut alone takes for the same text, on one core in one run.

    python tests/bench/bench_reading.py [--pages N] [--profile]

Reads every n-th page of the volume pages in the shared folder, else the sample pages over and over. What counts is the
time of the processor, so that other work on the machine is not in it; ratios hold from machine to machine. The process
is made ready as the reading processes of a run are.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flows.worker import make_ready
from transforms.read import Source, read_page

ROOT = Path(__file__).resolve().parents[2]


def pages(count: int) -> list[str]:
    """Texts of `count` pages: real ones where they are at hand, else our samples."""
    volume = Path(os.environ.get("BANMIAN_SHARED", ROOT.parent / "shared")) / "volume" / "rmrb-2020q1.jsonl.gz"
    if volume.exists():
        with gzip.open(volume, "rt", encoding="utf-8") as handle:
            texts = [json.loads(line)["text"] for line in handle]
        return texts[:: max(1, len(texts) // count)][:count]
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds" / "pages").glob("*.txt"))]
    return (texts * (count // len(texts) + 1))[:count]


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """The time that this process was at work: what else the machine does is not in it."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def read(text: str) -> object:
    return read_page(text.encode(), Source("file:///bench"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--profile", action="store_true", help="where the time of reading goes")
    args = parser.parse_args()
    import jieba

    jieba.setLogLevel("ERROR")
    jieba.dt.tmp_dir = tempfile.mkdtemp()
    texts = pages(args.pages)
    read(texts[0])
    jieba.lcut(texts[0])
    make_ready()
    size = sum(map(len, texts))
    if args.profile:
        profile = cProfile.Profile()
        profile.runcall(seconds, read, texts)
        pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(40)
        return 0
    rounds = [(seconds(read, texts), seconds(jieba.lcut, texts)) for _ in range(3)]
    reading, cutting = (min(times) for times in zip(*rounds, strict=True))
    print(f"{'':12}{'characters/s':>14}{'µs/character':>14}")
    for name, took in (("jieba.lcut", cutting), ("reading", reading)):
        print(f"{name:12}{size / took:14,.0f}{took / size * 1e6:14.2f}")
    print(
        f"reading takes {reading / cutting:.2f} times what jieba.lcut takes ({len(texts)} pages, {size:,} characters)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
