"""The quality gate: no score falls below its floor in floors.json. Raising or lowering a floor is a change people see.

`make score` prints the scores; a floor is what was reached when it was last set, rounded down to a hundredth.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

from scoring import ROOT, banmian, tool

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def _fallen(kind: str, scores: dict[str, float]) -> list[str]:
    floors = FLOORS[kind]
    assert not floors.keys() - scores.keys(), "a floor without a score"
    return [
        f"{name}: {scores[name]:.3f}, floor {floor}" for name, floor in floors.items() if scores[name] + 5e-4 < floor
    ]


def test_our_own_pages(shared: Path, scored: SimpleNamespace) -> None:
    scores = json.loads(tool(shared, "score.py", scored.warehouse, ROOT / "tests" / "gold", "--json"))
    assert _fallen("own pages", scores) == []


def test_the_shared_pages(shared: Path, scored: SimpleNamespace) -> None:
    scores = json.loads(tool(shared, "score.py", scored.warehouse, "--json"))
    assert _fallen("shared pages", scores) == []


def test_many_pages_taken_apart(shared: Path, scored: SimpleNamespace) -> None:
    printed = tool(shared, "score_volume.py", scored.warehouse, scored.volume_truth)
    assert _fallen("volume", _volume(printed)) == []


def test_pdf_pages_taken_apart(shared: Path, scored: SimpleNamespace) -> None:
    printed = tool(shared, "score_volume.py", scored.warehouse, shared / "pages" / "pdf" / "truth.jsonl.gz")
    assert _fallen("pdf", _volume(printed)) == []


def test_cases_of_other_extractors(shared: Path, tmp_path: Path) -> None:
    read = tmp_path / "read.jsonl"
    read.write_bytes(banmian("read", "--jsonl", stdin=(shared / "cases" / "peers.jsonl").read_bytes()))
    tool(shared, "score_cases.py", read, "--json", tmp_path / "scores.json")
    assert _fallen("cases", json.loads((tmp_path / "scores.json").read_text())) == []


def test_names_in_labelled_sentences(shared: Path, tmp_path: Path) -> None:
    read = tmp_path / "read.jsonl"
    read.write_bytes(banmian("read", "--jsonl", stdin=(shared / "cases" / "names.jsonl").read_bytes()))
    printed = tool(shared, "score_names.py", read)
    assert _fallen("names", {kind: float(f1) for kind, f1 in re.findall(r"(\w+).*F1 ([\d.]+)", printed)}) == []


def _volume(printed: str) -> dict[str, float]:
    """The shares that score_volume prints; of spurious articles the share that is not."""
    scores = {
        name.strip(): float(share) for name, share in re.findall(r"^([a-z ]+?)\s+([\d.]+)", printed, re.MULTILINE)
    }
    scores["not spurious"] = 1.0 - scores.pop("spurious")
    return {name: scores[name] for name in ("articles whole", "not spurious", "headlines exact", "headlines late")}
