"""People of an article, with the titles that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import seeds
from transforms.names.evidence.chinese_names import foreign, speaks
from transforms.names.evidence.words_around import (
    acts,
    does,
    in_dictionary,
    is_inside_word,
    is_known_form,
    is_name_like,
    is_phrase,
    is_plain,
    is_word,
)
from transforms.names.paragraph import Paragraph
from transforms.names.people.title import title_of
from transforms.names.spans import NameSpan

_LONGEST_DOCUMENT = 60
_UNTITLED: tuple[None, None] = (None, None)
_OF_THINGS = re.compile(
    r"(?:、[^，。；、“”]{1,8}){0,6}等[0-9一二两三四五六七八九十几数多]{1,3}[余多]?(?:[大类款项所座条只株台件部]|[个种][^人])"
)  # behind the last of a list: 姚黄、魏紫等9大色系
_HELD = ("政府", "当局", "内阁", "总统", "总理", "首相", "先生", "女士", "等", "和", "、")  # of a person, or unclear
_DOCTRINES = frozenset("新主思理定效奖杯")  # first characters of what is somebody's in name only
_LISTED = frozenset("、和与等那这（0123456789两三四五六七八九十")  # behind an item of such a list
_LIST_GAP = re.compile(r"[、和与及/／]|以及")
_BYLINE = re.compile(r"（[^（）]{2,40}）")
_BETWEEN_WRITERS = re.compile(r"[、，,\s（）]*\Z")
_WRITERS = re.compile("（[^（）。]{0,14}?(?:记者|通讯员)[：:]?[^（）。的]{2,60}）")  # （本报记者甲、乙）
_WRITER = re.compile(r"本[报刊台](?:特约|首席|见习|实习)?记者\Z")
_IN_DOCTRINE = re.compile(
    r"新时代|主义|思想|理论|定理|定律|效应|奖|杯|[一-鿿]{2,3}关于[^，。；]{1,24}?(?:论述|指示|批示|思想)"
)  # what somebody taught is read and carried out, and the one who taught it is no person of the article


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person of an article: `title` as the text gives it, with the organisation in it."""

    name: str
    title: str | None
    organization: str | None
    n_mentions: int


def people(paragraphs: Sequence[Paragraph], names: Sequence[Sequence[NameSpan]]) -> list[PersonName]:
    """The people of an article, one each, in the order in which they are first named.

    A person has a title or does something somewhere in the article; a mere string of the shape of a name is left out.
    """
    counts: dict[str, int] = {}
    titles: dict[str, tuple[str, str | None]] = {}
    active: set[str] = set()
    for paragraph, spans in zip(paragraphs, names, strict=True):
        text = paragraph.text
        shared: tuple[str, str | None] | None = None
        end = -1
        writers = _byline_end(text, spans) if text.startswith("（") else 0
        signed = [match.span() for match in _WRITERS.finditer(text)] if "（" in text else ()
        works, about = "《" in text, "关于" in text
        for i, span in enumerate(spans):
            if span.kind != "person":
                continue
            name = text[span.start : span.end]
            after = text[span.end : span.end + 1]
            if (
                span.end < writers
                or any(opening < span.start < close for opening, close in signed)
                or (works and _in_title(text, span.start))
                or ((about or after in _DOCTRINES) and _IN_DOCTRINE.match(text, span.end))
                or (after in _LISTED and _is_listed_thing(text, spans, i))
                or (i and spans[i - 1].end == span.start and _is_in_country(text, spans, i))
                or text.startswith("·", span.end)
                or is_inside_word(paragraph, span)
            ):
                continue
            counts[name] = counts.get(name, 0) + 1
            listed = end >= 0 and _LIST_GAP.fullmatch(text, end, span.start) is not None
            among = listed and not is_phrase(paragraph, span) and (is_name_like(name) or in_dictionary(paragraph, span))
            beside = among and i > 0 and not is_plain(paragraph, spans[i - 1])
            if beside:
                active.add(text[spans[i - 1].start : spans[i - 1].end])
            following = spans[i + 1] if i + 1 < len(spans) else None
            title = shared if listed else title_of(paragraph, spans[max(0, i - 8) : i], span, titles, following)
            if title and name not in titles and (listed or not is_word(paragraph, span) or does(paragraph, span)):
                titles[name] = title
            again = counts[name] > 1 and is_known_form(name)
            sure = beside or "·" in name or name in active or again or acts(paragraph, span)
            if sure and not is_plain(paragraph, span):
                active.add(name)
            shared, end = title, span.end
    _join_short_forms(counts, titles)
    told = {name: titles.get(name, _UNTITLED) for name in counts if name in titles or name in active}
    return [
        PersonName(name, title, body, counts[name])
        for name, (title, body) in told.items()
        if not (title and _WRITER.search(title))
    ]


@cache
def _of_firms() -> re.Pattern[str]:
    """The rest of a list and what its items are: 甲、乙等快递企业, 甲、乙和丙3座城市."""
    nouns = "|".join(row["noun"] for row in seeds.table("listed_things"))
    return re.compile(
        r"(?:（[^（）]{1,8}）)?(?:、[^，。；、“”]{1,8}){0,9}?(?:[和与][^，。；、“”]{1,8})??"
        rf"(?:等(?:[0-9两三四五六七八九十多]{{0,3}}余?个?)(?:镇|乡|县|市|省|州|村|地)(?=[，。、；（的])"
        rf"|(?:(?:等|那些|这些)(?:[㐀-鿿]{{0,6}}?)|(?P<count>[0-9两三四五六七八九十]{{1,2}}[座家个款])[㐀-鿿]{{0,2}}?)(?:{nouns}))"
    )


def _is_listed_thing(text: str, spans: Sequence[NameSpan], i: int) -> bool:
    """True for an item of a list of firms or the like; where Chinese ones are counted, the last must be a name."""
    if _OF_THINGS.match(text, spans[i].end):
        return True
    rest = _of_firms().match(text, spans[i].end)
    if rest is None or rest["count"] is None:
        return rest is not None
    start, end, _ = spans[i]
    return foreign(text[start:end]) or any(span.end == rest.start("count") for span in spans[i:])


def _is_in_country(text: str, spans: Sequence[NameSpan], i: int) -> bool:
    """True for a foreign name right behind that of a place, where it is a town (意大利都灵), unless it speaks."""
    start, end, _ = spans[i]
    if spans[i - 1].kind != "place" or not foreign(text[start:end]):
        return False
    return not (text.startswith(_HELD, end) or "·" in text[start:end] or speaks(text, end))


def _in_title(text: str, at: int) -> bool:
    """True between 《 and 》: who a title names is none of the article's people."""
    floor = max(0, at - _LONGEST_DOCUMENT)
    return text.rfind("《", floor, at) > text.rfind("》", floor, at)


def _byline_end(text: str, spans: Sequence[NameSpan]) -> int:
    """The end of the bracket with nothing but names that begins a paragraph: （王明远、李静）, its writers."""
    bracket = _BYLINE.match(text)
    if bracket is None:
        return 0
    rest = list(text[: bracket.end()])
    for span in spans:
        if span.kind == "person" and span.end < bracket.end():
            rest[span.start : span.end] = " " * (span.end - span.start)
    return bracket.end() if _BETWEEN_WRITERS.match("".join(rest)) else 0


def _join_short_forms(counts: dict[str, int], titles: dict[str, tuple[str, str | None]]) -> None:
    """Count 珀尔曼 as the one 斯坦利·珀尔曼 of the article, 若溪 as 林若溪; their titles are the one's too."""
    whole: dict[str, list[str]] = {}
    for name in counts:
        if "·" in name:
            for part in (name.partition("·")[0], name.rpartition("·")[2]):
                whole.setdefault(part, []).append(name)
        elif is_known_form(name):
            whole.setdefault(name[1:], []).append(name)  # 若溪 for 林若溪
    for short, full in sorted(whole.items(), key=lambda forms: len(forms[0])):  # 浦曼 is 彭浦曼, who is 布兰德·彭浦曼
        if short in counts and len(full) == 1 and full[0] in counts:
            counts[full[0]] += counts.pop(short)
            if short in titles:
                titles.setdefault(full[0], titles[short])
