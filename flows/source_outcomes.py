"""What a run met at its sources, beside the pages that it read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from flows.finding import Refusal
from warehouse.store import FileState


@dataclass(frozen=True, slots=True)
class SourceOutcomes:
    """Known pages where they were found, refusals, old rejects that are no more, files read whole, what is gone."""

    sightings: Sequence[tuple[str, str]] = ()
    refusals: Sequence[Refusal] = ()
    cleared: Sequence[str] = ()
    files: Mapping[str, FileState] = field(default_factory=dict)
    gone: Sequence[str] = ()

    def as_told(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "sightings": list(self.sightings),
            "refusals": [asdict(refusal) for refusal in self.refusals],
            "cleared": list(self.cleared),
            "states": {uri: asdict(state) for uri, state in self.files.items()},
            "gone": list(self.gone),
        }


def outcomes_told(told: Mapping[str, Any]) -> SourceOutcomes:
    """What `as_told` gave; what an earlier program did not tell is empty."""
    return SourceOutcomes(
        [(uri, page_id) for uri, page_id in told["sightings"]],
        [Refusal(**refusal) for refusal in told["refusals"]],
        told["cleared"],
        {uri: FileState(**state) for uri, state in told.get("states", {}).items()},
        told.get("gone", ()),
    )
