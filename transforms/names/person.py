"""People of an article, with the titles that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.names.evidence import (
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
from transforms.names.spans import NameSpan
from transforms.names.title import title_of

_LONGEST_DOCUMENT = 60
_UNTITLED: tuple[None, None] = (None, None)
_OF_THINGS = re.compile(
    r"(?:、[^，。；、“”]{1,8}){0,6}等[0-9一二两三四五六七八九十几数多]{1,3}[余多]?(?:[大类款项所座条只株台件部]|[个种][^人])"
)  # behind the last of a list: 姚黄、魏紫等9大色系
_OF_FIRMS = re.compile(
    r"(?:（[^（）]{1,8}）)?(?:、[^，。；、“”]{1,8}){0,9}(?:等|那些|这些)(?:[㐀-鿿]{0,6}?)"
    r"(?:企业|公司|品牌|平台|电商|车企|药企|银行|媒体|院校|高校|医院|国家|城市|地区|省份|省市|县市|产品|食[物品]|饮料|作物|水果|蔬菜|药[物品]"
    r"|水库|电站|景[区点]|寺庙|古[镇村]|村[寨庄]|乡镇|街道|社区|车站|站点|机场|港口|河流|湖泊|[文遗器]物|工具|家庭|疾病|老?字号|商[铺号]|店铺)"
)  # 甲、乙等快递企业
_LIST_GAP = re.compile(r"[、和与及/／]|以及")
_BYLINE = re.compile(r"（[^（）]{2,40}）")
_BETWEEN_WRITERS = re.compile(r"[、，,\s（）]*\Z")
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
        writers = _byline_end(text, spans)
        works = "《" in text
        for i, span in enumerate(spans):
            if span.kind != "person":
                continue
            name = text[span.start : span.end]
            if (
                span.end < writers
                or (works and _in_title(text, span.start))
                or _IN_DOCTRINE.match(text, span.end)
                or _OF_THINGS.match(text, span.end)
                or _OF_FIRMS.match(text, span.end)
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
    for short, full in whole.items():
        if short in counts and len(full) == 1:
            counts[full[0]] += counts.pop(short)
            if short in titles:
                titles.setdefault(full[0], titles[short])
