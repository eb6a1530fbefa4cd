"""Corrections: what they change, what they refuse, and the ones that no longer match."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_pages import both, page_frames

from flows.corrections import COLUMNS, Correction, correct, corrections
from flows.settings import SettingsError

URI = "file:///pages/one.txt"


def correction(**given: str) -> Correction:
    return Correction("file:2", **dict.fromkeys(COLUMNS, "") | given)  # type: ignore[arg-type]  # all are strings


def write(folder: Path, *lines: str) -> Path:
    (folder / "corrections.csv").write_text("\n".join((",".join(COLUMNS), *lines)) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("table", "key", "column", "old", "new", "value"),
    [
        ("page", "p-one", "issue_date", "2026-01-04", "2026-01-05", date(2026, 1, 5)),
        ("metric", "m-one", "low", "3000000", "4e6", 4e6),
        ("metric", "m-one", "in_body", "true", "false", False),
        ("metric", "m-one", "per", "", "人", "人"),
        ("metric", "m-one", "indicator", "收入", "", None),
        ("article", "a-one", "reporters", "林一", "林一、林二", ["林一", "林二"]),
        ("article", "a-one", "captions", "", "图为村口", ["图为村口"]),
    ],
)
def test_a_value_is_put_right_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, table: str, key: str, column: str, old: str, new: str, value: object
) -> None:
    monkeypatch.setattr(Correction, "concerns", lambda self, page_id, uri: page_id == "p-one")
    frames = both(page_frames("one"), page_frames("two"))
    made, complaints = correct(frames, [correction(key=key, table=table, column=column, old=old, new=new)])
    assert complaints == ()
    assert made[table][column].to_list()[0] == value
    assert made[table][1:].equals(frames[table][1:])
    assert made[table].schema == frames[table].schema
    assert all(made[name] is frames[name] for name in frames if name != table)


def test_a_source_names_all_its_rows_and_another_source_none() -> None:
    frames = page_frames("one")
    by_source = correction(source_uri=URI, table="page", column="outlet", old="城东日报", new="城东晚报")
    assert correct(frames, [by_source])[0]["page"]["outlet"].to_list() == ["城东晚报"]
    elsewhere = correction(source_uri="file:///x", table="page", column="outlet", old="城东日报", new="城东晚报")
    assert correct(frames, [elsewhere]) == (frames, ()), "a correction out of reach is no complaint"


def test_one_that_no_longer_matches_complains() -> None:
    stale = correction(source_uri=URI, table="page", column="outlet", old="城西日报", new="城东晚报")
    _, (complaint,) = correct(page_frames("one"), [stale])
    assert "file:2" in complaint and "城西日报" in complaint


def test_they_are_read_with_their_lines(tmp_path: Path) -> None:
    assert corrections(tmp_path) == ()
    (made,) = corrections(write(tmp_path, ",p1-01-m2,metric,unit,kg,t,misprint"))
    assert (made.key, made.column, made.new, made.reason) == ("p1-01-m2", "unit", "t", "misprint")
    assert made.place.endswith("corrections.csv:2")
    assert made.concerns("p1", "file:///any")
    assert not made.concerns("p11", "file:///any")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",k,run,state,a,b,r", "no table that is read"),
        (",k,metric,colour,a,b,r", "no column 'colour'"),
        (",k,metric,metric_id,a,b,r", "no column 'metric_id'"),
        (",,metric,unit,a,b,r", "give the key"),
        (",k,metric,unit,a,b,", "give a reason"),
        (",k,metric,low,1,many,r", "'many' is no Float64"),
        (",k,article,event_date,,soon,r", "'soon' is no Date"),
        (",k,metric,in_body,true,maybe,r", "'maybe' is no Boolean"),
    ],
)
def test_a_wrong_one_is_refused_by_its_line(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(SettingsError, match=rf"corrections\.csv:2: .*{said}"):
        corrections(write(tmp_path, line))


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xff\xfe\x00"])
def test_a_file_of_another_form_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "corrections.csv").write_bytes(content)
    with pytest.raises(SettingsError, match=r"corrections\.csv"):
        corrections(tmp_path)
