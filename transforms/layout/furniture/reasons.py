"""Page furniture: lines that belong to no article, each with the reason."""

from __future__ import annotations

import re
from functools import lru_cache

import seeds
from transforms.layout.bylines.writers import OUTLET_END
from transforms.layout.furniture.page_head import is_head_line, is_whole_head, narrow
from transforms.layout.furniture.web_lines import web_reason
from transforms.words.paper import may_name_paper

_ROWS = seeds.table("furniture_words")
_REASON = {r["word"]: r["reason"] for r in _ROWS}


def _words(kind: str) -> str:
    return "|".join(sorted((re.escape(r["word"]) for r in _ROWS if r["match"] == kind), key=len, reverse=True))


_WHOLE = frozenset(r["word"] for r in _ROWS if r["match"] in ("whole", "ad"))
_AD = frozenset(r["word"] for r in _ROWS if r["match"] == "ad")
_START = re.compile(
    rf"[□■●◎◆（(【\[]?(?:本[版期]|今日)?({_words('start')}|{_words('credit')})[】\]]?(?=[：:/／|｜\s]|\Z)"
)
# 栏目投稿邮箱 closes the article of its column (kinds/kind.py)
_CONTACT = re.compile(
    rf"(?!栏目)[^。，；！？]{{0,12}}?({_words('contact')})\s*[：:\s]\s*[^。；！？]*(?:\d{{4,}}|@|[a-z]\.[a-z]|邮编|[：:]\s*《)"
)
_NUMBERED = re.compile(r"[^。，；！？]{0,50}(?:热线|电话|刊登|刊例|订阅|发行|投稿)\s*[：:]?\s*[\d\-—()（）]{5,}\s*\Z")
_IMPRINT = re.compile(rf"(?:{_words('imprint')})\s*[：:\dA-Z第].*\d|.*(?:国内统一连续出版物号|国内统一刊号|邮发代号)")
# where the paper is, whom to call and what it costs, one field after another
_FIELDS = re.compile(
    r"(?:[一-龥]{1,8}报社?\s+)?\W?[一-龥]{2,8}[：:]\s?[^：:■●◆|｜\s。，]+(?:[■●◆|｜\s]+[一-龥]{2,8}[：:]\s?[^：:■●◆|｜\s。，]+){2,}"
)
_OF_PAPER = re.compile("|".join(re.escape(r["word"]) for r in _ROWS if r["reason"] == "imprint"))
_DATE = (
    r"\d{4}\s*(?:年|[.．/\-])\s*\d{1,2}\s*(?:月|[.．/\-])\s*\d{1,2}\s*日?"
    r"|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|(?:星期|周|礼拜)\s*[一二三四五六日天]|农历.{2,12}|[癸甲乙丙丁戊己庚辛壬][子丑寅卯辰巳午未申酉戌亥]年.{0,8}"
)
CONTACT, IMPRINT, ADVERTISEMENT = "contact line", "imprint", "advertisement"
SECTION = "title of a section"
FOLIO = "folio or date line"  # the reason why such a line is no article's
_FOLIO = re.compile(
    r"第?\s*[A-Z]?\d{1,3}\s*版(?:\s*[：:]?\s*[一-龥·・&/]{0,10})?|[A-Z]\d{1,3}(?:\s+[一-龥·・&/]{1,8})?|[-—·\s]*\d{1,4}[-—·\s]*|第?[一二三四五六七八九十]{1,3}版"
    rf"|(?:出版日期\s*[：:]\s*)?(?:{_DATE})(?:[|｜\s]*(?:{_DATE}))*|第\s*\d{{3,6}}\s*期.{{0,12}}"
)
_LEAST_NAME = 4  # characters of a paper's name that tells by itself
_SECTION_FIRST = re.compile(r"[一-龥·]{2,6}\s+(?:0\d|[A-Z]\d{1,2})")
_NUMBERED_PAGE = re.compile(r"(?:第?[A-Z]?\d{1,2}版?)(?:\s[一-龥·]{2,8})?")
_CLOSED_UP = re.compile(r"[一-龥](?:\s+[一-龥]){2,9}")  # 枫 渡 报
DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_SECTION_FOLIO = re.compile(r"[A-Z]?\d{1,3}\s+[一-龥·・&/](?:\s?[一-龥·・&/]){0,9}")  # 6 乡村周刊
_MASTHEAD = re.compile(
    rf"[一-龥]{{1,7}}(?:{OUTLET_END}|报)(?:社)?\s*(?:[A-Z]\d{{0,2}}\s*[叠版]?|第[A-Z\d一二三四]+[叠版])?|[A-Z][A-Z\s.&]{{5,40}}"
)
TURN_LINE = "turn line"
_TURN = re.compile(
    r"[◀◄◁←▲▶►▷→▼]?\s*[（(]?\s*(?:下转|上接|紧接|接)\s*(?:第?\s*[A-Z]?[\d一二三四五六七八九十]{1,4}\s*版|[一二三四五六七八九十]{1,3}版).{0,16}?[）)]?\s*[▶►▼→]?"
)
# a headline of another page with that page's number; what leads on from an article opens otherwise
_POINTER = re.compile(
    r"(?![（(]|相关|更多|详细|全文|报道|图文)[^。]{4,40}?[（(]?\s*(?:详?见|刊|>>|[▶►→»]|\.{3,}|…+)\s*(?:今日|本报)?"
    r"第?[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、—\-－至][A-Z]?\d{1,3})?\s*版[）)]?"
)
# whose the pictures of a page are
_PICTURES = re.compile(
    r"[（(*※]?本[版期报](?:所有|全部)?(?:图片|照片|插图|配图)[^。！？]{0,12}(?:均|皆|都)?[为系由][^，。！？]{2,16}[）)]?"
)
# the same but for those that say who took them: 图片除署名外均由…提供
_UNSIGNED = re.compile(
    r"[（(*※]?(?:本[版期报文])?(?:(?:图片|照片|配图)除[^，。）)]{1,10}外，?|除[^，。）)]{1,10}外，?(?:本[版期报文])?(?:图片|照片|配图))"
    r"[^，。！？]{0,6}[为系由][^，。！？]{2,20}[）)]?"
)
# what a paper says of its own advice, in brackets or of 以上内容
_DISCLAIMER = re.compile(
    rf"(?:[（(*※]|以[上下]|本[报版栏文期]|文中)[^（）()]{{0,24}}(?:{_words('disclaimer')})[^（）()]{{0,24}}[）)]?"
)
# the numbers drawn in a lottery; a headline about one has no row of numbers
_LOTTERY = re.compile(rf".*(?:{_words('lottery')}).*?(?:(?:[：:\s+＋]\s*\d{{1,2}}(?!\d)){{3,}}|[：:]\s*\d{{3,5}}\Z).*")
# the weather of the day beside the head of a page or at its foot
_WEATHER = re.compile(
    r"[^，；：:]{0,6}天气(?:预报)?(?:[：:]\s*|\s+)[^，；]{0,20}?-?\d{1,2}\s*[℃度]?\s*[～~—\-－到至/]{1,2}\s*-?\d{1,2}\s*[℃度].{0,24}"
)
_SYMBOLS = re.compile(r"[\W_]+(?:END[\W_]+)?")
_FRAMED = re.compile(r"(?P<line>[—─━═])(?P=line)+\s*[一-龥·]{2,8}\s*(?P=line){2,}")  # ——— 四海短波 ———
_URL = re.compile(r"(?:https?://|www\.)\S+")
_WHOLE_LINES = (
    (_POINTER, "pointer to another page"),
    (_PICTURES, "credit of the page's pictures"),
    (_UNSIGNED, "credit of the page's pictures"),
    (_TURN, TURN_LINE),
    (_DISCLAIMER, "disclaimer"),
    (_LOTTERY, "lottery results"),
    (_SYMBOLS, "ornament"),
    (_FRAMED, SECTION),
    (_URL, "web address"),
)
_MOST = 70
_FIELDS_MOST = 200


def noise_reason(text: str, top: bool = False, foot: bool = False) -> str | None:
    """Why a line is furniture, None where it is not.

    At the `top` of a page a section stands beside the date or the page's number, at its `foot` beside the number.
    """
    if len(text) <= _FIELDS_MOST and _FIELDS.fullmatch(text) and _OF_PAPER.search(text):
        return IMPRINT
    if len(text) > _MOST:
        return None
    text = narrow(text)
    if text in _WHOLE:
        return _REASON[text]
    web = web_reason(text)
    if web:
        return web
    if "。" in text or "！" in text:
        return None
    credit = _START.match(text) or _credit_beside_name(text)
    if credit:
        return _REASON[credit[1]]
    if not top and DAY.fullmatch(text):
        return None  # the day under a notice
    if is_folio(text, top) or (foot and (_SECTION_FOLIO.fullmatch(text) or is_whole_head(text, foot))):
        return FOLIO
    if (top or foot) and _WEATHER.fullmatch(text):
        return "weather line"
    if _CONTACT.match(text) or _NUMBERED.match(text):
        return CONTACT
    if _IMPRINT.match(text):
        return IMPRINT
    return next((reason for pattern, reason in _WHOLE_LINES if pattern.fullmatch(text)), None)


def _credit_beside_name(text: str) -> re.Match[str] | None:
    """Who made the page, behind the paper's name: 柳溪晚报 责编/李青 美编/周舟."""
    name, _, rest = text.partition(" ")
    return _START.match(rest) if rest and is_masthead(name) else None


@lru_cache(maxsize=32)  # asked of each line at the head of a page as upper, as lower and as a unit
def is_folio(text: str, top: bool) -> bool:
    """The number of the page, its day or its section, alone on a line."""
    return bool(_FOLIO.fullmatch(text) or (top and is_head_line(text)) or is_whole_head(text))


def is_section_folio(text: str) -> bool:
    """The number of the page and its section: 6 乡村周刊, which beside a headline may as well be one of its lines."""
    return bool(_SECTION_FOLIO.fullmatch(text))


def opens_advertisement(text: str) -> bool:
    """A mark that the lines under it are an advertisement."""
    return text in _AD


def is_masthead(text: str) -> bool:
    """The paper's own name, alone on a line, its characters perhaps set apart."""
    if _CLOSED_UP.fullmatch(text):
        text = "".join(text.split())
    return len(text) <= 40 and bool(_MASTHEAD.fullmatch(text)) and may_name_paper(text)


def names_paper(text: str) -> bool:
    """A paper's name with its number of the page and its section, or its name in Latin letters; or 要闻 02."""
    if _SECTION_FIRST.fullmatch(text):
        return True
    words = text.split()
    if not 0 < len(words) <= 6 or len(words[0]) < _LEAST_NAME or not is_masthead(words[0]):
        return False
    latin = all(word.isascii() and word.isupper() for word in words[1:])
    return latin or (len(words) <= 3 and bool(_NUMBERED_PAGE.fullmatch(" ".join(words[1:]))))


def turn_at_end(text: str) -> int | None:
    """Where （下转第二版） begins at the end of a paragraph, None where there is none."""
    base = max(0, len(text) - 30)
    at = max(text.rfind("（", base), text.rfind("(", base))
    return at if at > 0 and _TURN.fullmatch(text, at) else None


def turn_at_start(text: str) -> int | None:
    """Where the text goes on after （上接第一版）, None where it does not open so."""
    if text[:1] not in "（(上":
        return None
    end = text.find("）", 0, 30) + 1 or text.find(")", 0, 30) + 1
    return end if end and len(text) > end and _TURN.fullmatch(text, 0, end) else None
