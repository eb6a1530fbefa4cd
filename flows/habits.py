"""A run as a whole: are all of its pages accounted for, and is what it brings what its papers usually bring?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from expectations.habit import accounted_for, judge
from expectations.run import hold_reasons
from flows.checking import Checked
from flows.stage import Shard
from seeds import table
from warehouse.store import open_store


def held_to_habits(checked: Checked, shards: Sequence[Shard], handed: int, data_dir: Path, wait: float) -> Checked:
    """The checks of a run with those of the whole of it; `handed` counts the pages that the readers were given.

    Raises WarehouseBusy where another process writes for longer than `wait` seconds.
    """
    units = sorted({row["unit"] for row in table("units")})
    with open_store(data_dir, wait) as store:
        arrived, history = store.daily(checked.files, units)
    read, left_out = sum(shard.pages for shard in shards), sum(shard.left_out for shard in shards)
    refused = sum(len(shard.refusals) for shard in shards)
    found = [accounted_for(handed, read, refused, left_out), *judge(arrived, history, datetime.now(UTC).date())]
    return replace(checked, results=(*checked.results, *found), hold=(*checked.hold, *hold_reasons(found)))
