"""What names, rows and options tell of a page, and which of them wins."""

from __future__ import annotations

from datetime import date

import pytest
from growth import growth
from hypothesis import given
from hypothesis import strategies as st

from flows.known import Facts, disagreements, from_names, from_row, merge, parse_day
from seeds import table


@pytest.mark.parametrize("row", table("file_name_patterns"), ids=lambda row: row["pattern"])
def test_every_pattern_reads_its_own_example(row: dict[str, str]) -> None:
    facts = from_names(tuple(row["example"].split("/")))
    assert facts.issue_date or facts.outlet
    assert bool(facts.edition) == ("{edition" in row["pattern"])


@pytest.mark.parametrize(
    ("name", "outlet", "day", "edition"),
    [
        ("rmrb_20200326_07.txt", "人民日报", date(2020, 3, 26), "07"),
        ("rmrb_2025-06-17_A03.pdf", "人民日报", date(2025, 6, 17), "A03"),
        ("gmrb_20200326_07.jsonl.gz", "光明日报", date(2020, 3, 26), "07"),
        ("江湾日报_20250102_A3.txt", "江湾日报", date(2025, 1, 2), "A3"),
        ("江湾日报/2025/01/02/A03.txt", "江湾日报", date(2025, 1, 2), "A03"),
        ("江湾日报-2025-01-02-A3.txt", "江湾日报", date(2025, 1, 2), "A3"),
        ("2025/06/17/x.txt", None, date(2025, 6, 17), None),
        ("xyzzy_20250102_03.txt", None, date(2025, 1, 2), "03"),
        ("rmrb_20250102_c862.html", "人民日报", date(2025, 1, 2), None),
        ("liuxizhoushangyewanbao_20250102_03.txt", None, date(2025, 1, 2), "03"),
        ("page-12.txt", None, None, None),
        ("rmrb_20251399_01.txt", "人民日报", None, None),
        ("20250231.txt", None, None, None),
    ],
)
def test_names_of_files_and_folders(name: str, outlet: str | None, day: date | None, edition: str | None) -> None:
    facts = from_names(tuple(name.split("/")))
    assert (facts.outlet, facts.issue_date, facts.edition) == (outlet, day, edition)


@pytest.mark.parametrize(
    ("name", "coded"),
    [("rmrb_20200326_07.txt", True), ("rmrb/2020-03-26/07.txt", True), ("江湾日报_20250102_A3.txt", False)],
)
def test_letters_that_stand_for_a_paper_are_told_from_its_name(name: str, coded: bool) -> None:
    known = merge([from_names(tuple(name.split("/")))])
    assert known.outlet_is_coded is coded
    assert dict(known.sources)["issue_date"] == "file name"


def test_the_first_source_wins_field_by_field_and_is_named() -> None:
    known = merge(
        [Facts("option", edition="A1"), Facts("row", "江湾日报", date(2025, 1, 2)), Facts("file name", "x", None, "02")]
    )
    assert (known.outlet, known.issue_date, known.edition) == ("江湾日报", date(2025, 1, 2), "A1")
    assert dict(known.sources) == {"outlet": "row", "issue_date": "row", "edition": "option"}


@pytest.mark.parametrize(
    "given_day", ["2025-06-07", "20250607", "2025/6/7", "2025年6月7日", "2025-06-07T00:00:00", date(2025, 6, 7)]
)
def test_days_as_people_write_them(given_day: object) -> None:
    assert parse_day(given_day) == date(2025, 6, 7)


@pytest.mark.parametrize("given_day", ["", "2025-13-01", "yesterday", 7, "2025-02-30", None])
def test_what_is_no_day_is_refused(given_day: object) -> None:
    with pytest.raises(ValueError, match="issue_date"):
        parse_day(given_day)


def test_sources_that_disagree_are_told() -> None:
    row, name = Facts("row", "江湾日报", date(2025, 1, 2), "1"), Facts("file name", None, date(2025, 1, 3), "01")
    told = disagreements([row, name])
    assert told == ("issue_date: file name says 2025-01-03, row says 2025-01-02, which is taken",)
    assert disagreements([row]) == ()


def test_a_row_with_a_wrong_column_names_it() -> None:
    with pytest.raises(ValueError, match="outlet"):
        from_row({"outlet": ["江湾日报"]})


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_name_is_read_without_a_fault(parts: list[str]) -> None:
    from_names(tuple(parts))


def test_twice_the_name_takes_twice_the_time() -> None:
    def read(digits: str) -> Facts:
        return from_names((digits + "_" * len(digits), digits + ".txt" * (len(digits) // 4)))

    assert read("1" * 20_000) == Facts("file name")
    assert growth(read, "1" * 20_000, "1" * 40_000) < 3.5  # of squares it would be four
