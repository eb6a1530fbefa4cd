"""Datelines and bylines at either end of a paragraph, and lines that are nothing else."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from transforms.layout.bylines.posts_and_bodies import PERSON_NOUNS
from transforms.layout.bylines.writers import (
    OUTLET,
    OUTLET_END,
    OWN,
    ROLE,
    Writers,
    only_names,
    read_bare_names,
    read_writers,
    split_names,
)
from transforms.mapped import Mapped

_DAY = r"(?:(?P<month>\d{1,2})\s*月\s*)?(?P<day>\d{1,2})\s*日"
_PLACE = r"(?P<place>(?:[一-龥、·—\s]|“[^“”，。\s]{1,12}”){0,60}?)"  # a ship has its name in marks
_PAREN = r"(?:\s*[（(](?P<paren>[^（）()]{2,400})[）)])?"
# 本报北京1月1日电 · 据新华社电 · 江门日报讯; then the writers, in brackets or not
_START = re.compile(
    rf"[【\[]?(?:据|综合)?(?P<outlet>{OUTLET})(?:[、和](?:{OUTLET}))*[】\]]?\s*"
    rf"(?:{_PLACE}\s*{_DAY}\s*(?:专电|电讯|电|讯|消息)|(?P<mixed>综合)?(?P<bare>专电|电|讯|消息|报道)"
    rf"|(?P<city>[一-龥]{{2,8}})(?:电|(?<![通快短])讯)(?=[\s（(]))[】\]]?{_PAREN}"
)
_HINT = re.compile("[报社网台刊讯（(]")
_HINT_MOST = 14
_START_HINT = re.compile(rf"(?:{OWN}|[【\[据综（(]|[一-龥]{{0,8}}?(?:{OUTLET_END}|报)|今日)")
_PAREN_START = re.compile(r"[（(](?P<paren>[^（）()]{3,200})[）)]")
_PLAIN_WRITERS = re.compile(
    r"[:：\s]*(?P<writers>(?:本报)?(?:记者|通讯员)[^。，：:（）]{2,60}?(?:报道|综合报道|摄影报道))[:：\s]\s*"
)
# behind a dateline without brackets: 本报柳溪6月3日电 记者 李 青 6月2日，…
_BARE_NAME = r"(?:[一-龥][ \u3000][一-龥]{1,2}|[一-龥]{2,4})"
_BARE_WRITERS = re.compile(
    r"[ \u3000]*(?P<writers>(?:本报)?(?:特派|见习)?(?:记者|通讯员)[ \u3000]*"
    rf"(?P<names>{_BARE_NAME}(?:[、 \u3000]{_BARE_NAME})?))[ \u3000]+(?=\S)"
)
_END = re.compile(r"[（(](?P<inner>[^（）()]{2,600}(?:[（(][^（）()]{0,40}[）)][^（）()]{0,200})?)[）)]\Z")
_END_WORDS = re.compile(
    rf"(?:作者|摘编|摘自|原载|原题|据|来源|综合|编译|整理|执笔|{OWN})|.{{0,600}}(?:记者|通讯员|整理|采写|撰写|编译|执笔|供稿|{_DAY}\s*电)"
)
_END_DATELINE = re.compile(rf"(?:据)?(?P<outlet>{OUTLET})\s*{_PLACE}\s*{_DAY}\s*(?:专电|电|讯)")
_SIGNED_MOST = 60
_PLAIN_END = re.compile(
    r"(?<=[。！？”])\s+"
    r"(?P<inner>[一-龥·]{0,12}?(?:记者|通讯员)\s[^，。；：！？“”]{2,50}(?<![摄影图绘]))\Z"
)
_OFFICE = re.compile(
    r"(?P<office>[一-龥、·（）()\s]{3,40}?)(?P<blank>\s+)(?P<name>[一-龥]\s?[一-龥]{1,2}|[一-龥]{2,4})\Z"
)
_MARK = re.compile(r"[□■●◎◆◇★☆▲△○▪•◤]+\s*")
_ELECTRIC = "视影话力子商池器台网动车源气机脑线站"
_ROLE_ALONE = re.compile(rf"(?:{OUTLET})?(?:特约|首席)?(?:评论员|编辑部|记者|评论员文章)\Z")
# the sites and papers of one house before the role: 柳溪新闻·柳溪商报记者, 文/图 柳溪商报柳溪新闻记者
_HOUSE = re.compile(
    r"(?:(?:文\s*[/／]\s*图|图\s*[/／]\s*文)\s*[：:]?\s*)?"
    r"(?:[一-龥A-Za-z]{1,10}?(?:新闻|网|客户端|融媒体?|传媒|视频|在线|全媒|报|台|刊)\s*[·•\-—/／|｜]?\s*){1,3}"
)
_BRAND = re.compile(r"[一-龥]{2,8}\s*[·•—|｜-]\s*")  # what the paper calls its readers' app: 新江岸·江岸日报记者
# who wrote or took it behind what he did, and nothing more: 文/李 青
_BETWEEN_DOTS = re.compile(r"[·•]\s*(?P<name>[一-龥]{2,3}|[一-龥]\s+[一-龥])\s*[·•]")
_DID = re.compile(r"(?:[文图片摄]|图文|文图|文[/／][图片])\s*[/／|｜：:]\s*(?P<name>[一-龥 \u3000]{2,12})\Z")
# who wrote it, of another country or not, and who put it into Chinese or drew it: ［沙洲国］卡洛·文图拉 文 李 青 译
_TRANSLATED = re.compile(
    r"(?:[\[［（(〔][一-龥]{1,6}[\]］）)〕]\s*)?[一-龥·]{2,16}\s+[文著]\s+[一-龥·]{1,8}(?:\s[一-龥]{1,2})?\s*(?:编译|[译图绘摄])"
)
_CREDITED = re.compile(r"(?:^|\s)(?:口述|讲述|翻译|整理|编译|撰文|采写|作者|文字|图文)\s*[/／：:]\s*[一-龥]")
_STANDALONE_MOST = 160
_ROLE_WORD = re.compile(
    "记者|通讯员|作者|编辑|口述|讲述|翻译|整理|编译|撰文|采写|主笔|评论员|文/图|图/文|文／图|摄影报道|撰稿|实习生"
)
_SENTENCE = re.compile("[。！？]")
_LETTER_FROM = re.compile(r"(?:[一-龥]{2,8}\s*)?(?:读者|市民|居民|网友|村民)\s+(?P<name>\S.*)\Z")


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline found in a paragraph: `text[start:end]`, its writers and its dateline."""

    start: int
    end: int
    writers: Writers
    place: str | None = None
    month_day: tuple[int, int] | None = None
    outlet: str | None = None
    dateline: bool = False


def with_breaks(words: Mapped, start: int = 0, end: int | None = None) -> str:
    """The text with a newline where the page has a line break inside it: a name may be broken there."""
    stop = len(words.text) if end is None else end
    offsets: array[int] = words.offsets
    if stop - start == offsets[stop - 1] - offsets[start] + 1:
        return words.text[start:stop]
    parts: list[str] = []
    last = start
    for i in range(start + 1, stop):
        if offsets[i] != offsets[i - 1] + 1:
            parts.append(words.text[last:i])
            last = i
    parts.append(words.text[last:stop])
    return "\n".join(parts)


def at_start(words: Mapped) -> Byline | None:
    """The dateline or byline that opens a paragraph."""
    text = words.text
    head = text[:520]
    if not _HINT.search(head, 0, _HINT_MOST) or not _START_HINT.match(head):
        return None
    found = _opening(head)
    if found:
        return _dateline(words, found)
    paren = _PAREN_START.match(head)
    if paren and ROLE.search(paren["paren"]):
        writers = read_writers(with_breaks(words, *paren.span("paren")))
        if writers.clean and len(text) > paren.end() + 4:
            return Byline(0, _skip_blank(text, paren.end()), writers, outlet=writers.outlet)
    plain = _PLAIN_WRITERS.match(head)
    if plain:
        writers = read_writers(with_breaks(words, *plain.span("writers")))
        if writers.clean:
            return Byline(0, plain.end(), writers, outlet=writers.outlet)
    return None


def opens_news(line: str) -> bool:
    """A line that opens as news does: with the paper or agency it is from, and where or when it was sent."""
    return bool(_HINT.search(line, 0, _HINT_MOST) and _START_HINT.match(line) and _opening(line))


def _opening(head: str) -> re.Match[str] | None:
    found = _START.match(head)
    return found if found and (found["bare"] is None or _bare_is_dateline(found, head)) else None


def _bare_is_dateline(found: re.Match[str], head: str) -> bool:
    """本报讯 and the like without a place: what follows must part it from a word such as 电视."""
    after = head[found.end("bare") : found.end("bare") + 1]
    if found["bare"] == "报道":  # 据本报报道，… is a clause
        return after in " \u3000（(：:" if after else found["mixed"] is not None
    if found["mixed"] and found["bare"] == "消息":
        return after not in "，来"  # 本报综合消息当地时间…, but not 综合消息来源
    sure = found["bare"] == "讯" or found["outlet"].endswith(("社", "网")) or found["outlet"].startswith("本")
    if found["outlet"].endswith("社") and after not in _ELECTRIC:
        return True
    return sure and (not after or after in " 　（(【】]：:\t" or found["bare"] == "讯")


def _dateline(words: Mapped, found: re.Match[str]) -> Byline:
    end = found.end()
    writers = Writers()
    if found["paren"] is not None:
        inner = with_breaks(words, *found.span("paren"))
        writers = read_bare_names(inner) if only_names(found["paren"]) else read_writers(inner)
        if not writers.named and not writers.roles:
            end = found.start("paren") - 1  # a bracket that says something else belongs to the text
    if not writers.named and not writers.roles:
        head = words.text[:520]
        plain = _PLAIN_WRITERS.match(head, end) or _BARE_WRITERS.match(head, end)
        if plain and (plain.re is _PLAIN_WRITERS or only_names(plain["names"])):
            writers = read_writers(with_breaks(words, *plain.span("writers")))
            end = plain.end()
    end = _skip_blank(words.text, end)
    if words.text[end : end + 1] in ("：", ":"):
        end = _skip_blank(words.text, end + 1)
    place = _place(found["place"] or found["city"])
    return Byline(0, end, writers, place, _month_day(found), found["outlet"], dateline=True)


def at_end(words: Mapped) -> Byline | None:
    """The bracketed line that closes an article: 作者为…, 摘编自…, 本报巴黎1月1日电, 记者X; or 记者X behind a blank."""
    text = words.text
    if text[-1:] not in "）)":
        end = text[-_SIGNED_MOST:]
        return _plainly_signed(words) if "记者" in end or "通讯员" in end else None
    base = max(0, len(text) - 640)
    found = _END.search(text, base)
    if found is None:
        return None
    inner = with_breaks(words, *found.span("inner"))
    bare = only_names(found["inner"])
    told = bare or _END_WORDS.match(found["inner"]) or _wrote(found["inner"])
    if not told and not (found.start() == 0 and names_office_and_bearer(inner)):
        return None
    writers = read_bare_names(inner) if bare else read_writers(inner)
    if found.start() > 0 and not _closes(text, found.start(), bool(writers.reporters) and not bare):
        return None
    dateline = _END_DATELINE.match(found["inner"])
    place, day, outlet = (None, None, writers.outlet)
    if dateline:
        place, day, outlet = _place(dateline["place"]), _month_day(dateline), dateline["outlet"]
    return Byline(found.start(), len(text), writers, place, day, outlet, dateline=bool(dateline))


def _plainly_signed(words: Mapped) -> Byline | None:
    """Its writers behind the last sentence and a blank: …他说。 本报记者 X 通讯员 Y."""
    found = _PLAIN_END.search(words.text, max(0, len(words.text) - _SIGNED_MOST))
    if found is None:
        return None
    writers = read_writers(with_breaks(words, *found.span("inner")))
    return Byline(found.start(), len(words.text), writers, outlet=writers.outlet) if writers.clean else None


def names_office_and_bearer(inner: str) -> bool:
    """Where somebody works and, behind a blank or the end of a line, the name: 市图书馆研究员 李 青."""
    found = _OFFICE.match(inner.strip())
    if not found or not only_names(found["name"]) or only_names(found["office"]):
        return False
    return found["blank"] != "\n" or found["office"].endswith(PERSON_NOUNS)


def _closes(text: str, at: int, reported: bool) -> bool:
    """A bracket at the end of a paragraph is a byline where a sentence ended before it."""
    return bool(re.search(r"[。！？…][”’」』》]*\s*\Z", text[max(0, at - 6) : at])) or reported


def standalone(words: Mapped) -> Writers | None:
    """The writers of a line that is a byline and nothing else: □本报记者 X 通讯员 Y."""
    text = words.text
    if len(text) > _STANDALONE_MOST:
        return None
    marked = _MARK.match(text)
    if _SENTENCE.search(text):
        return None
    bare = text[marked.end() :] if marked else text
    if _ROLE_ALONE.match(bare):
        return Writers(clean=True)
    if is_of_reader(bare) or _TRANSLATED.fullmatch(bare) or _wrote(bare) or _is_between_dots(text):
        return Writers(clean=True)
    if not _ROLE_WORD.search(text):
        return Writers(clean=True) if marked and only_names(bare) else None
    full = with_breaks(words, marked.end() if marked else 0)
    writers = read_writers(full)
    if _CREDITED.search(bare):
        return writers
    mark = ROLE.search(full)
    if mark and writers.clean and (writers.named or marked) and _harmless(full[: mark.start()], mark["outlet"]):
        return writers
    return Writers(clean=True) if not mark and marked and _harmless(full) else None


def _wrote(text: str) -> bool:
    """What somebody did for the piece and the name, and nothing else: 文/李 青."""
    did = _DID.match(text)
    return did is not None and only_names(did["name"].strip())


def _is_between_dots(text: str) -> bool:
    """Who wrote a comment, as some papers set it: ·周舟·."""
    found = _BETWEEN_DOTS.fullmatch(text)
    return found is not None and only_names(found["name"])


def is_of_reader(text: str) -> bool:
    """Who wrote to the paper, and nothing else: 柳溪镇读者 李 青."""
    found = _LETTER_FROM.match(text)
    return found is not None and only_names(found["name"])


def _harmless(before: str, outlet: str | None = None) -> bool:
    """Nothing stands before the first role and its `outlet` but 文/图, names and the papers of one house."""
    if _HOUSE.fullmatch(before) or (outlet and _BRAND.fullmatch(before)):
        return True
    _, rest = split_names(before)
    return not rest


def _place(text: str | None) -> str | None:
    return "".join((text or "").split()) or None


def _month_day(found: re.Match[str]) -> tuple[int, int] | None:
    groups = found.groupdict()
    if not groups.get("month") or not groups.get("day"):
        return None
    month, day = int(groups["month"]), int(groups["day"])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _skip_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
