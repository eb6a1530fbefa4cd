"""Every score of the quality gate, reached as a user would: by the commands, and the scorers of the shared folder.

python tests/made/scoring.py SHARED        prints them as floors.json holds them, rounded down to a hundredth
"""

from __future__ import annotations

import gzip
import json
import math
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from trust import trust

ROOT = Path(__file__).resolve().parents[2]
BANMIAN = Path(sys.executable).with_name("banmian")
VOLUME_STEP = 20

Scores = dict[str, float]


def banmian(*args: str | Path, stdin: bytes | None = None) -> bytes:
    """Standard output of a command; what was refused on the way is no failure here."""
    done = subprocess.run([BANMIAN, *args], input=stdin, capture_output=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(done.stderr.decode()[-2000:])
    return done.stdout


def tool(shared: Path, name: str, *args: str | Path) -> str:
    """What a scorer prints; its exit status tells only whether all is at its own floor."""
    done = subprocess.run([sys.executable, shared / "tools" / name, *args], capture_output=True, text=True, check=False)
    if not done.stdout:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


def make_warehouse(shared: Path, folder: Path) -> Path:
    """The sample pages, the shared pages, and every 20th page of the volume, in one warehouse."""
    volume = _every(shared / "volume" / "rmrb-2020q1.jsonl.gz", folder)
    banmian("run", ROOT / "seeds" / "pages", shared / "pages", volume, "--data-dir", folder)
    return folder / "banmian.duckdb"


def _every(source: Path, folder: Path) -> Path:
    with gzip.open(source, "rt", encoding="utf-8") as handle:
        lines = list(handle)[::VOLUME_STEP]
    kept = folder / source.name
    with gzip.open(kept, "wt", encoding="utf-8") as handle:
        handle.writelines(lines)
    return kept


def own_pages(shared: Path, warehouse: Path) -> Scores:
    return dict(json.loads(tool(shared, "score.py", warehouse, ROOT / "tests" / "gold", "--json")))


def shared_pages(shared: Path, warehouse: Path) -> Scores:
    return dict(json.loads(tool(shared, "score.py", warehouse, "--json")))


def volume(shared: Path, warehouse: Path) -> Scores:
    truth = _every(shared / "volume" / "rmrb-2020q1-truth.jsonl.gz", warehouse.parent)
    return _apart(tool(shared, "score_volume.py", warehouse, truth))


def pdf(shared: Path, warehouse: Path) -> Scores:
    return _apart(tool(shared, "score_volume.py", warehouse, shared / "pages" / "pdf" / "truth.jsonl.gz"))


def _apart(printed: str) -> Scores:
    """The shares that score_volume prints; of spurious articles the share that is not."""
    found = re.findall(r"^([a-z ]+?)\s+([\d.]+)", printed, re.MULTILINE)
    scores = {name.strip(): float(share) for name, share in found}
    scores["not spurious"] = 1.0 - scores.pop("spurious")
    return {name: scores[name] for name in ("articles whole", "not spurious", "headlines exact", "headlines late")}


def cases(shared: Path, warehouse: Path) -> Scores:
    read, scores = warehouse.parent / "cases.jsonl", warehouse.parent / "cases.json"
    read.write_bytes(banmian("read", "--jsonl", stdin=(shared / "cases" / "peers.jsonl").read_bytes()))
    tool(shared, "score_cases.py", read, "--json", scores)
    return dict(json.loads(scores.read_text(encoding="utf-8")))


def names(shared: Path, warehouse: Path) -> Scores:
    read = warehouse.parent / "names.jsonl"
    read.write_bytes(banmian("read", "--jsonl", stdin=(shared / "cases" / "names.jsonl").read_bytes()))
    printed = tool(shared, "score_names.py", read)
    return {kind: float(f1) for kind, f1 in re.findall(r"^(\w+).*F1 ([\d.]+)", printed, re.MULTILINE)}


def sureness(shared: Path, warehouse: Path) -> Scores:
    return trust(warehouse, [*(ROOT / "tests" / "gold").glob("*.json"), *(shared / "gold").glob("*.json")])


SCORES: dict[str, Callable[[Path, Path], Scores]] = {
    "own pages": own_pages,
    "shared pages": shared_pages,
    "volume": volume,
    "pdf": pdf,
    "cases": cases,
    "names": names,
    "trust": sureness,
}


def main() -> None:
    shared = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        warehouse = make_warehouse(shared, Path(folder))
        reached = {kind: score(shared, warehouse) for kind, score in SCORES.items()}
    floors = {kind: {k: math.floor(v * 100 + 1e-6) / 100 for k, v in found.items()} for kind, found in reached.items()}
    json.dump(floors, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
