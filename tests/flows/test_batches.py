"""A task a batch: Prefect's database must not grow with the pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.batches import LARGEST, batches
from flows.settings import Settings


@given(st.integers(0, 3000))
def test_nothing_is_lost_and_the_order_stays(count: int) -> None:
    made = list(batches(range(count)))
    assert [item for batch in made for item in batch] == list(range(count))
    assert all(0 < len(batch) <= LARGEST for batch in made)


@pytest.mark.parametrize("pages", [20_000, 200_000, 1_000_000])
def test_tens_of_tasks_whatever_the_number_of_pages(pages: int) -> None:
    of_three_thousand_characters = 9_000
    shards = -(-pages * of_three_thousand_characters // Settings.model_fields["shard_bytes"].default)
    assert sum(1 for _ in batches(range(shards))) < 110
