"""The quality gate: no score falls below its floor in floors.json. Raising or lowering a floor is a change people see.

`make score` prints the scores; a floor is what was reached when it was last set, rounded down to a hundredth.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from scoring import SCORES, make_warehouse

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def warehouse(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_warehouse(shared, tmp_path_factory.mktemp("scored"))


@pytest.mark.parametrize("kind", SCORES)
def test_no_score_is_below_its_floor(kind: str, shared: Path, warehouse: Path) -> None:
    scores, floors = SCORES[kind](shared, warehouse), FLOORS[kind]
    assert not floors.keys() - scores.keys(), "a floor without a score"
    fallen = [f"{k}: {scores[k]:.3f}, floor {floor}" for k, floor in floors.items() if scores[k] + 5e-4 < floor]
    assert fallen == []
