"""New, unchanged, changed and vanished sources told apart, and what is as it was not opened."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pytest
from click.testing import Result
from typer.testing import CliRunner

from flows.cli.app import app
from flows.containers.blob import RawPage
from flows.finding import Found, Passed, Refusal, find
from flows.intake import Intake
from flows.known import Facts
from flows.ledger import Ledger, Rereading
from flows.selection import Selection
from flows.settings import Settings
from flows.sorting import Sorter
from flows.status import unread
from transforms.forms.line import CODE, Known
from transforms.identity import page_id
from warehouse.files import work_path
from warehouse.query import ask
from warehouse.store import KnownReject

Write = Callable[[Path, int], Path]
INDEX = """<html><head><title>临湖日报数字报</title></head><body><map>
<area coords="{corner},200,20,200,300,10,300" shape=polygon href="content_1.htm">
<area coords="210,20,400,20,400,90,210,90" shape="polygon" href="content_2.htm"></map>
<div>第A03版：乡村</div><div>2025年06月17日</div><ul><li><a href=content_2.htm>水库除险加固完工</a></li>
<li><a href=content_1.htm>南坡村收入超300万元</a></li></ul></body></html>"""


def look(folder: Path, ledger: Ledger | None = None, **options: str) -> tuple[Ledger, list[RawPage | Refusal | Passed]]:
    """What a run makes of a folder, and its ledger afterwards."""
    used = ledger or Ledger()
    items = list(Intake([folder], Facts("option", **options), Settings(), used))
    return used, items


def opened(folder: Path, before: Ledger, verify: bool = False, **options: str) -> list[str]:
    """The names of the files that the next run opens."""
    ledger, _ = look(folder, Ledger(before.noted, verify=verify), **options)
    return sorted(uri.rpartition("/")[2] for uri in ledger.noted)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text("第一页。")
    (place / "b.txt").write_text("第二页。")
    (place / "rows.jsonl").write_text("".join(json.dumps({"id": n, "text": f"第{n}行。"}) + "\n" for n in range(1, 4)))
    with zipfile.ZipFile(place / "old.zip", "w") as archive:
        archive.writestr("c.txt", "第三页。")
    return place


def test_what_is_as_it_was_is_not_opened(folder: Path) -> None:
    ledger, first = look(folder)
    assert len(first) == 6
    _, again = look(folder, Ledger(ledger.noted))
    assert {item.uri.rpartition("/")[2]: item.pages for item in again if isinstance(item, Passed)} == {
        "a.txt": 1, "b.txt": 1, "old.zip": 1, "rows.jsonl": 3,
    }  # fmt: skip


def test_a_file_is_opened_when_its_size_its_time_or_what_tells_of_it_changed(folder: Path) -> None:
    ledger, _ = look(folder)
    assert opened(folder, ledger) == []
    os.utime(folder / "b.txt", ns=(1, 1))
    assert opened(folder, ledger) == ["b.txt"]
    (folder / "rows.jsonl").write_text("{}")
    assert opened(folder, ledger) == ["b.txt", "rows.jsonl"]
    (folder / "a.meta.yaml").write_text("outlet: 溪口晚报")
    assert opened(folder, ledger) == ["a.txt", "b.txt", "rows.jsonl"]
    assert len(opened(folder, ledger, edition="A02")) == 4
    assert len(opened(folder, ledger, verify=True)) == 4


def test_content_that_changed_under_the_same_size_and_time_is_found_by_looking(folder: Path) -> None:
    page = folder / "a.txt"
    ledger, _ = look(folder)
    (uri,) = (uri for uri in ledger.noted if uri.endswith("a.txt"))
    before = page.stat()
    page.write_text("第四页。")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert opened(folder, ledger) == []
    verifying = Ledger(ledger.noted, verify=True)
    sorter = Sorter({}, {}, "1", {uri: {"another"}}, verifying)
    assert len(list(sorter.new(look(folder, verifying)[1]))) == 6
    assert sorter.changed == 1
    assert sorter.doubts == [f"{uri}: its content changed, its size and time of change did not"]


def test_a_sidecar_that_cannot_be_used_is_told_each_time(folder: Path) -> None:
    (folder / "a.meta.yaml").write_text("issue_date: soon")
    ledger, first = look(folder)
    _, again = look(folder, Ledger(ledger.noted))
    for items in (first, again):
        assert [item.reason for item in items if isinstance(item, Refusal)] == ["bad_sidecar"]


def test_articles_are_read_again_when_their_index_changed(tmp_path: Path) -> None:
    for name in ("content_1.htm", "content_2.htm", "other.htm"):
        (tmp_path / name).write_text(f"<html><body><p>{name}的正文。</p></body></html>")
    (tmp_path / "node_3.htm").write_text(INDEX.format(corner="10,20"))
    ledger, _ = look(tmp_path)
    assert len(ledger.noted) == 4
    assert opened(tmp_path, ledger) == []
    (tmp_path / "late.htm").write_text("<html><body><p>迟来的正文。</p></body></html>")
    assert opened(tmp_path, ledger) == ["late.htm"]
    (tmp_path / "late.htm").unlink()
    (tmp_path / "node_3.htm").write_text(INDEX.format(corner="9,20"))
    later, items = look(tmp_path, Ledger(ledger.noted))
    assert {uri.rpartition("/")[2] for uri in later.anew} == {"content_1.htm"}
    a, index = (item for item in items if isinstance(item, RawPage))
    assert (a.uri[-6:], index.uri[-10:]) == ("_1.htm", "node_3.htm")
    known = {page_id(sha, page.known): "1" for page in (a, index) for sha in [_sha(page)]}
    sorter = Sorter(known, {}, "1", ledger=later)
    assert [new.page.uri for new in sorter.new(items)] == [a.uri]
    assert (sorter.reread, sorter.unchanged) == (1, 3)


def _sha(page: RawPage) -> str:
    from hashlib import sha256

    return sha256(page.raw).hexdigest()


def test_what_could_not_be_read_is_told_again_without_opening_it(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "rows.jsonl").write_text('{"text": "第一行。"}\n{"txt": ""}\n')
    ledger, _ = look(folder)
    uris = {uri.rpartition("/")[2]: uri for uri in ledger.noted}
    rejects = {
        uris["empty.txt"]: KnownReject("ff", "1", "decode", "empty", "nothing in it"),
        f"{uris['rows.jsonl']}#2": KnownReject(None, "1", "decode", "no_text", "no text"),
    }
    later = Ledger(ledger.noted)
    sorter = Sorter({}, rejects, "1", ledger=later)
    assert list(sorter.new(look(folder, later)[1])) == []
    assert [refusal.reason for refusal in sorter.told_again] == ["empty", "no_text"]
    assert (sorter.seen, sorter.unchanged) == (6, 4)
    assert sorter.cleared(uris.values(), [], sorter.refusals) == []


def test_files_and_rows_that_are_gone_are_told_once(folder: Path) -> None:
    ledger, items = look(folder)
    sources = {item.uri: {"p"} for item in items if isinstance(item, RawPage)}
    (folder / "old.zip").unlink()
    (folder / "rows.jsonl").write_text('{"id": 1, "text": "第1行。"}\n')
    later = Ledger(ledger.noted)
    sorter = Sorter({}, {}, "1", sources, later)
    intake = Intake([folder], Facts("option"), Settings(), later)
    list(sorter.new(intake))
    gone = sorter.gone(intake.uris, intake.roots)
    assert [uri.rpartition("/")[2] for uri in gone] == ["old.zip", "rows.jsonl#2", "rows.jsonl#3"]
    assert [uri.rpartition("/")[2] for uri in sorter.with_contents(gone)][-1] == "c.txt"


def test_nothing_is_gone_that_was_not_looked_for(folder: Path, tmp_path: Path) -> None:
    ledger, _ = look(folder)
    found = [item.uri for item in find([folder]) if isinstance(item, Found)]
    assert ledger.gone([], [], []) == []
    later = Ledger(ledger.noted)
    assert later.gone([(tmp_path / "elsewhere").as_uri()], [], []) == []
    closed = Refusal(folder.as_uri(), "find", "not_permitted", "no permission")
    assert later.gone([tmp_path.as_uri()], [], [closed]) == []
    assert later.gone([tmp_path.as_uri()], found[1:], []) == [found[0]]


def test_a_newer_reader_reads_a_share_again_in_each_run(folder: Path) -> None:
    ledger, items = look(folder)
    pages = {page_id(_sha(item), item.known): item for item in items if isinstance(item, RawPage)}
    stale = {uri: 3 if uri.endswith("jsonl") else 1 for uri in ledger.noted}
    versions = dict.fromkeys(pages, "1")
    counts = []
    while "1" in versions.values():
        later = Ledger(ledger.noted, stale, Rereading(2))
        sorter = Sorter(versions, {}, "2", ledger=later)
        read = [new.page_id for new in sorter.new(look(folder, later)[1])]
        assert sorter.unchanged == 6 - len(read)
        versions |= dict.fromkeys(read, "2")
        for uri in stale:
            stale[uri] = sum(versions[key] == "1" for key, page in pages.items() if page.uri.startswith(uri))
        counts.append(len(read))
    assert counts == [2, 2, 2]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (Known("江湾日报", date(2025, 3, 2)), True),
        (Known("江湾日报", date(2025, 3, 3)), True),
        (Known("江湾日报", date(2025, 3, 4)), False),
        (Known("江湾日报", date(2025, 3, 1)), False),
        (Known("溪口晚报", date(2025, 3, 2)), False),
        (Known("溪口晚报", None), False),
        (Known(None, date(2025, 3, 2)), None),
        (Known("江湾日报", None), None),
        (Known("溪口晚报", date(2025, 3, 2), sources=(("outlet", CODE),)), None),
    ],
)
def test_what_is_known_beside_a_page_tells_whether_a_backfill_is_about_it(known: Known, told: bool | None) -> None:
    selection = Selection(date(2025, 3, 2), date(2025, 3, 3), "江湾日报")
    assert selection.foretell(known) is told
    if told is not None and known.issue_date:
        assert selection.wants(known.outlet, known.issue_date) is told


@dataclass(frozen=True)
class Warehouse:
    """A data folder that the command line fills."""

    data: Path

    def call(self, *words: object) -> Result:
        return CliRunner().invoke(app, [*map(str, words), "--data-dir", str(self.data)])

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return ask(self.data / "banmian.duckdb", sql).rows()


@pytest.mark.usefixtures("harness")
def test_a_run_tells_new_unchanged_changed_and_vanished_apart(tmp_path: Path, write_pages: Write) -> None:
    pages, warehouse = write_pages(tmp_path / "pages", 4), Warehouse(tmp_path / "data")
    first, second, third, _ = sorted(pages.iterdir())
    assert warehouse.call("run", pages).exit_code == 0
    first.write_text(first.read_text() + "全年增长6.5%。\n")
    second.unlink()
    (pages / "moved").mkdir()
    third.rename(pages / "moved" / third.name)
    (pages / "jwrb_20250320_09.txt").write_text("江湾日报讯 全市新增就业3.2万人。")
    result = warehouse.call("run", pages)
    assert result.exit_code == 0, result.output
    assert f"gone {second.as_uri()}: what was read from it stays" in result.stderr
    counts = "SELECT pages_seen, pages_new, pages_unchanged, pages_changed, sources_gone FROM run"
    (told,) = warehouse.rows(f"{counts} ORDER BY rowid DESC LIMIT 1")
    assert told == (4, 2, 2, 1, 2)
    assert warehouse.rows("SELECT count(*) FROM page_history") == [(1,)]
    assert warehouse.rows("SELECT count(*) FROM page") == [(5,)]
    assert warehouse.rows("SELECT count(*) FROM page WHERE source_uri LIKE '%/moved/%'") == [(1,)]
    assert warehouse.rows("SELECT count(*) FROM source_file") == [(4,)]
    again = warehouse.call("run", pages)
    assert "gone" not in again.stderr
    assert warehouse.rows(f"{counts} ORDER BY rowid DESC LIMIT 1") == [(4, 0, 4, 0, 0)]
    published = warehouse.data / "banmian.duckdb"
    assert unread([pages], published) == ()
    os.utime(first, ns=(1, 1))
    assert unread([pages], published) == (first,)


@pytest.mark.usefixtures("harness")
def test_a_backfill_reads_its_days_and_leaves_the_rest_for_later(tmp_path: Path, write_pages: Write) -> None:
    pages, warehouse = write_pages(tmp_path / "pages", 4), Warehouse(tmp_path / "data")
    (pages / "undated.txt").write_text("江湾日报讯（记者/李小田）3月3日，全市新增就业3.2万人。")
    other = pages / "溪口晚报_20250303_01.txt"
    other.write_text("溪口晚报讯 全市新增就业3.2万人。")
    chosen = ("--since", "2025-03-03", "--until", "2025-03-04", "--outlet", "江湾日报")
    wrong = warehouse.call("backfill", pages, "--since", "soon")
    assert (wrong.exit_code, "--since 'soon' is no day" in wrong.stderr) == (2, True)
    result = warehouse.call("backfill", pages, *chosen)
    assert result.exit_code == 0, result.output
    assert warehouse.rows("SELECT DISTINCT outlet FROM page") in ([("江湾日报",)], [])
    days = warehouse.rows("SELECT issue_date::VARCHAR FROM page WHERE outlet IS NOT NULL ORDER BY 1")
    assert set(days) <= {("2025-03-03",), ("2025-03-04",)}
    assert warehouse.call("run", pages).exit_code == 0
    assert warehouse.rows("SELECT count(*) FROM page") == [(6,)]


@pytest.mark.usefixtures("harness")
def test_readings_of_an_older_reader_are_read_again_when_asked_or_by_and_by(
    tmp_path: Path, write_pages: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, warehouse = write_pages(tmp_path / "pages", 3), Warehouse(tmp_path / "data")
    counts = "SELECT pages_new, pages_unchanged, pages_reread FROM run ORDER BY rowid DESC LIMIT 1"
    assert warehouse.call("run", pages).exit_code == 0
    with duckdb.connect(str(work_path(warehouse.data))) as con:
        con.execute("UPDATE page SET reader_version = '0'")
    monkeypatch.setenv("BANMIAN_REREAD_SHARE", "0")
    assert warehouse.call("run", pages).exit_code == 0
    assert warehouse.rows(counts) == [(0, 3, 0)]
    asked = warehouse.call("run", pages, "--reread")
    assert asked.exit_code == 0, asked.output
    assert warehouse.rows(counts) == [(3, 0, 3)]
    replaced = "SELECT count(*) FROM page_history WHERE reader_version = '0' AND superseded_by = page_id"
    assert warehouse.rows(replaced) == [(3,)]


@pytest.mark.usefixtures("harness")
def test_a_reject_of_an_older_reader_takes_the_reason_of_this_one(tmp_path: Path) -> None:
    noise, warehouse = tmp_path / "noise.txt", Warehouse(tmp_path / "data")
    noise.write_bytes(b"\x01\x02\x03\x04" * 500)
    assert "not_text" in warehouse.call("run", noise).stderr
    with duckdb.connect(str(work_path(warehouse.data))) as con:
        con.execute("UPDATE reject SET reason = 'not text', reader_version = '11'")
        con.execute("UPDATE source_file SET beside = 'of reader 11'")
    assert warehouse.call("run", noise).exit_code == 1
    assert warehouse.rows("SELECT reason FROM reject") == [("not_text",)]
