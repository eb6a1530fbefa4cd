"""A paragraph as classes of words, with each quantity and each time as one word, and the clauses between its marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from transforms.quantities.context_heads import group
from transforms.quantities.context_words import code_of, is_modal

Token = tuple[str, str, int]
PLAN = "计划"  # a noun to the dictionary, a verb between a subject and what it plans
_TELLING = (["Q"], ["H"], ["D"])
_ASPECTS = ("了", "过")
_PAIRS = frozenset(("QM", "PN", "PO", "SW"))  # that _mend_noun looks at
_SOIL = frozenset("亩顷")
_NOTE = re.compile(r"[［\[]\d+[］\]]|^（[一二三四五六七八九十\d]{1,3}）")  # the number of a footnote or of an item
_CLAUSE = re.compile(r"[^,;.]+")
_MENDED = re.compile(
    "[RTWMN](?:(?<=[NSO]R)|(?<=WT)|(?<=[VNGAHW]W)|(?<=[VNGASX]M)|(?<=[VNGA]N))|[SG](?=u)|(?<=S)V|(?<=W)[NSOGV](?=[AV])"
    "|(?<=[NVGAQ])u|(?<=P)[NO](?=W)|(?<=[NVGA])A(?=Q)|(?<=S)W|(?<=Q)M|(?<=[GA])V(?=[DVLPHJ])"
)  # where _mend looks
_HEADS = frozenset("率量额价费数")  # of measures: 保持率, 进货量
_KINDS = frozenset("户类")  # 脱贫户, 居住类: not counted but named
_MADE = frozenset("柜站机器仪炉亭桩舱棚员者点室坊")  # 快递柜, 快递员: a thing or person by what it does
_MEASURE_ENDS = frozenset("号点")  # 普通号: number words to the dictionary
_POINTING = frozenset("每各某该两几")
_MARKED: tuple[list[str], ...] = ([","], ["."], [";"], [])
_OUTER = "“”‘’《》（）()、，,；;：:。．.！!？?…—"


@dataclass(frozen=True, slots=True)
class Laid:
    """`codes[i]` is the class of `words[i]`, which is `text[starts[i]:ends[i]]`; a quantity is Q, a time is T."""

    text: str
    codes: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def phrase(self, first: int, last: int) -> str | None:
        """The text of words first … last - 1 without marks and particles at its edges, None where nothing is left."""
        if first >= last:
            return None
        cut = self.text[self.starts[first] : self.ends[last - 1]]
        return cut if cut.isalnum() else _balanced(_bracketed(_NOTE.sub("", "".join(cut.split())))) or None

    def index(self, start: int) -> int:
        """The word that begins at or after a place in the text."""
        return bisect_left(self.starts, start)


def _bracketed(phrase: str) -> str:
    """Without what stands outside a bracket that has lost its partner."""
    if phrase.count("（") != phrase.count("）"):
        return phrase.split("（")[0] if "（" in phrase else phrase.rsplit("）")[-1]
    return phrase


def _balanced(phrase: str) -> str:
    """Edges trimmed, but a mark that has its partner inside stays (“3+2”产业集群)."""
    while phrase and phrase[0] in _OUTER:
        if phrase[0] == "“" and phrase.find("”") > 1:
            break
        if phrase[0] == "《" and phrase.find("》") > 1:
            break
        phrase = phrase[1:]
    while phrase and phrase[-1] in _OUTER:
        if phrase[-1] == "”" and "“" in phrase:
            break
        if phrase[-1] == "》" and "《" in phrase:
            break
        if phrase[-1] == "）" and "（" in phrase:
            break
        phrase = phrase[:-1]
    return phrase


def lay_out(text: str, tokens: Sequence[Token], spans: Sequence[tuple[int, int, str]]) -> Laid:
    """Words, at least one, as classes; `spans` are (start, end, class), sorted and apart, and take the place of words.

    A word that sticks out of a span (对近|80万家) keeps what sticks out.
    """
    words, tags, starts = zip(*tokens, strict=True)
    ends = (*starts[1:], starts[-1] + len(words[-1]))
    out_codes: list[str] = []
    out_words: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    done = 0
    for at, (start, end, code) in enumerate(spans):
        first = max(bisect_right(ends, start), done)
        out_codes += map(code_of, words[done:first], tags[done:first])
        out_words += words[done:first]
        out_starts += starts[done:first]
        out_ends += ends[done:first]
        if first < len(starts) and starts[first] < start and (not out_ends or out_ends[-1] <= starts[first]):
            out_words.append(text[starts[first] : start])
            out_codes.append(code_of(out_words[-1], "n"))
            out_starts.append(starts[first])
            out_ends.append(start)
        out_codes.append(code)
        out_words.append(text[start:end])
        out_starts.append(start)
        out_ends.append(end)
        done = bisect_left(starts, end)
        rest = min(ends[done - 1] if done else 0, spans[at + 1][0] if at + 1 < len(spans) else len(text))
        if rest > end:
            out_words.append(text[end:rest])
            out_codes.append(code_of(out_words[-1], "n"))
            out_starts.append(end)
            out_ends.append(rest)
    out_codes += map(code_of, words[done:], tags[done:])
    out_words += words[done:]
    out_starts += starts[done:]
    out_ends += ends[done:]
    if "<" in out_codes or ">" in out_codes:
        _unglue(out_codes, out_words, out_starts, out_ends)
    _mend(out_codes, out_words, out_starts, out_ends)
    return Laid(text, "".join(out_codes), out_words, out_starts, out_ends)


def _unglue(codes: list[str], words: list[str], starts: list[int], ends: list[int]) -> None:
    """Cuts the words that glue a particle to another word, in place."""
    for at in range(len(codes) - 1, -1, -1):
        if codes[at] not in "<>":
            continue
        word = words[at]
        size = 1 if codes[at] == "<" else len(word) - 1
        cut = starts[at] + size
        halves = [word[:size], word[size:]]
        codes[at : at + 1] = [_code_alone(half, is_modal(word[0])) for half in halves]
        words[at : at + 1] = halves
        ends[at : at + 1] = [cut, ends[at]]
        starts[at : at + 1] = [starts[at], cut]


def _mend(codes: list[str], words: list[str], starts: list[int], ends: list[int]) -> None:
    """Joins what the dictionary cuts apart, in place: 保持|率, 脱贫|户; the number of a name (中证500) is no number."""
    for at in reversed([pair.start() for pair in _MENDED.finditer("".join(codes))]):
        code = codes[at]
        if code == "V" and words[at] == "站" and starts[at] == ends[at - 1]:
            _join(codes, words, starts, ends, at, "S")  # 铁路杭州站
            continue
        if code == "V" and words[at] == "组织" and codes[at - 1] in "GA":
            codes[at] = "O"  # 该犯罪|组织|共骗取
            continue
        if code in "RSG":
            codes[at] = _recoded(code, words[at], words[at + 1] if at + 1 < len(words) else "")
        elif code in "uA" or f"{codes[at - 1]}{code}" in _PAIRS:
            _mend_noun(codes, words, starts, ends, at)
            continue
        if (code == "T" or (code in "NSOGV" and codes[at - 1] == "W")) and _ends_in_base(words[at - 1]):
            codes.insert(at, "B")
            words[at - 1 : at] = [words[at - 1][:-1], words[at - 1][-1]]
            starts.insert(at, ends[at - 1] - 1)
            ends.insert(at - 1, ends[at - 1] - 1)
        if code not in "WMN" or starts[at] != ends[at - 1]:
            continue
        before, word = codes[at - 1], words[at]
        heads, joins = (_HEADS, "VNGAHW") if code == "W" else (_KINDS, "VNGA")
        if code == "M" and word == "款" and before in "NGV" and codes[at + 1 : at + 2] in (*_TELLING, ["U"]):
            _join(codes, words, starts, ends, at, "W")  # 种子款30元
        elif code == "M" and before in "NSAX" and word.isascii() and word.isdigit():
            codes[at] = "N"
        elif word in heads and before in joins and len(words[at - 1]) > 1:
            kind = "S" if word == "类" and codes[at + 1 : at + 2] in _TELLING else "N"
            _join(codes, words, starts, ends, at, "W" if code == "W" else kind)
        elif (code == "M" and before == "N" and _one_noun(words[at - 1], word, codes[at + 1 : at + 2])) or (
            code == "N" and word in _MADE and before in "VG" and len(words[at - 1]) > 1
        ):
            _join(codes, words, starts, ends, at, "N")


def _mend_noun(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """地 that is land (机动|地|320亩, 260亩|地, 地|力), 在港|时间, 美丽|乡村|60个, 区|财政补贴, in place."""
    word, before = words[at], words[at - 1]
    if starts[at] != ends[at - 1]:
        return
    if codes[at] == "M":
        codes[at] = "N" if len(word) > 1 and word[-1] == "次" else "M"  # 五个等次
    elif codes[at] == "A":
        codes[at] = "N" if rjieba.tag(word)[0][1] == "n" else "A"
    elif codes[at] in "NO":
        if before == "在" and len(word) == 1:
            _join(codes, words, starts, ends, at, "A")
    elif codes[at] == "W":
        if len(before) == 1 and word.startswith("财政") and len(word) > len("财政"):
            cut = starts[at] + len("财政")
            codes[at - 1], words[at - 1 : at + 1] = "O", [f"{before}财政", word[len("财政") :]]
            starts[at] = ends[at - 1] = cut
    elif word == "地" and codes[at - 1] == "Q":
        codes[at] = "N" if before[-1] in _SOIL else "u"
    elif word == "地" and codes[at + 1 : at + 2] == ["Q"]:
        _join(codes, words, starts, ends, at, "N")
    elif word == "地" and codes[at - 1] == "N" and codes[at + 1 : at + 2] == ["N"] and len(words[at + 1]) == 1:
        _join(codes, words, starts, ends, at + 1, "N")


def _recoded(code: str, word: str, after: str) -> str:
    """An adverb for 中国队此次, a verb for 电费就省了."""
    if code == "S":
        return "V" if word == "省" else code
    if code == "G":
        return "V" if after in _ASPECTS else code  # 启动|了
    return "D" if word in group("this_time") else code


def _ends_in_base(word: str) -> bool:
    """True for a measure that the dictionary glues to 比 (价格比|上年)."""
    return len(word) > 2 and word[-1] == "比" and code_of(word[:-1], "n") == "W" and word != "性价比"


def _one_noun(first: str, second: str, after: Sequence[str]) -> bool:
    """True for a noun that the dictionary takes for a noun and a measure word (步|道, 木|桶; before a mark 听音|杆)."""
    if len(second) > 1 or first in _POINTING or (len(first) > 1 and after not in (*_MARKED, ["Q"])):
        return False
    return rjieba.tag(second)[0][1] == "q" or second in _MEASURE_ENDS


def _join(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int, code: str) -> None:
    """Makes one word of the word at `at` and the one before it."""
    codes[at - 1 : at + 1] = [code]
    words[at - 1 : at + 1] = [words[at - 1] + words[at]]
    ends[at - 1 : at + 1] = [ends[at]]
    del starts[at]


def _code_alone(part: str, modal: bool) -> str:
    """The class of a part of a glued word: after a modal verb what the dictionary says of it, else a noun."""
    if modal and part == "省":
        return "V"  # 可省
    words = rjieba.tag(part) if modal else []
    return code_of(part, words[0][1] if len(words) == 1 else "n")


def clauses(laid: Laid) -> list[tuple[int, int]]:
    """Spans of words between marks, half open, in order."""
    return [match.span() for match in _CLAUSE.finditer(laid.codes)]


def sentences(laid: Laid, places: Sequence[int]) -> list[tuple[int, int]]:
    """For each word of `places`, in order, the span of words of its sentence."""
    spans: list[tuple[int, int]] = []
    begin, end = 0, -1
    for place in places:
        if place > end:
            begin, end = laid.codes.rfind(".", 0, place) + 1, laid.codes.find(".", place)
            end = len(laid.codes) if end < 0 else end
        spans.append((begin, end))
    return spans
