"""Short words that the dictionary takes for another class than they have beside these neighbours."""

from __future__ import annotations

from collections.abc import Callable

_JOINING = ("H", "L")
_MARKS = frozenset(",.;C")
_IDIOM = 3  # signs of a word that may be one: 风雨无阻|地|办了


def settle_short(codes: list[str], words: list[str], starts: list[int], ends: list[int]) -> None:
    """Gives short words the class that they have here, and joins them to what they belong to, in place."""
    for at in range(len(words) - 1, 0, -1):
        if (handler := _HANDLERS.get(words[at])) and starts[at] == ends[at - 1]:
            handler(codes, words, starts, ends, at)
    if len(words) > 1 and words[0] in _SEASONS:
        _season(codes, words, starts, ends, 0)


def _join(codes: list[str], words: list[str], starts: list[int], ends: list[int], first: int, last: int) -> None:
    codes[first : last + 1] = ["W" if codes[last] == "H" else "N"]
    words[first : last + 1] = ["".join(words[first : last + 1])]
    ends[first : last + 1] = [ends[last]]
    del starts[first + 1 : last + 1]


def _land(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """边角|地|共有: before what joins a number 地 is land."""
    noun = codes[at - 1] == "N" and len(words[at - 1]) < _IDIOM
    if codes[at] == "u" and noun and codes[at + 1 : at + 2] and codes[at + 1] in _JOINING:
        _join(codes, words, starts, ends, at - 1, at)


def _season(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """秋|作物: right before a noun a season says of what kind it is."""
    touches = at + 1 < len(words) and starts[at + 1] == ends[at]
    codes[at] = "A" if codes[at] == "D" and touches and codes[at + 1] in "NW" else codes[at]


def _spot(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """最|宽|处 is one place."""
    if at > 1 and words[at - 2] == "最" and codes[at - 1] == "A":
        _join(codes, words, starts, ends, at - 2, at)


def _value(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """双边贸易|值|达: the value of a trade, not what a thing is worth."""
    if codes[at] == "H" and codes[at - 1] in "NG" and codes[at + 1 : at + 2] == ["H"]:
        _join(codes, words, starts, ends, at - 1, at)


def _moved(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """由5回|减|为3回: what moved."""
    if codes[at] in "NG" and codes[at - 1] == "Q" and codes[at + 1 : at + 2] == ["H"]:
        codes[at] = "H"


def _throughput(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """年|通过|能力: what passes in a year."""
    if codes[at] == "P" and words[at - 1] in ("年", "日") and codes[at + 1 : at + 2] == ["W"]:
        codes[at] = "G"


def _box(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """变电|箱|30个: a noun before its own number, no measure word."""
    if codes[at] == "M" and codes[at - 1] == "G" and codes[at + 1 : at + 2] == ["Q"]:
        _join(codes, words, starts, ends, at - 1, at)


def _reported(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """邻国|通报|确诊病例: what a country or body does, right before what it tells of."""
    codes[at] = "V" if codes[at - 1] in "SO" and codes[at + 1 : at + 2] in (["N"], ["V"]) else codes[at]


def _divided(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """教育|分|两批进行: joins what is divided and the number of its parts."""
    before = "".join(codes[:at]).rstrip("D")[-1:]
    divided = codes[at] == "V" and codes[at + 1 : at + 2] == ["Q"] and before in ("N", "G", "W", "Q")
    codes[at] = "H" if divided else codes[at]


def _on_the_spot(codes: list[str], words: list[str], starts: list[int], ends: list[int], at: int) -> None:
    """半小时内|到场。: what is done, where it closes its clause or item."""
    closes = at + 1 == len(codes) or codes[at + 1] in _MARKS
    codes[at] = "V" if codes[at] == "A" and closes else codes[at]


_SEASONS = frozenset("春夏秋冬")
_Handler = Callable[[list[str], list[str], list[int], list[int], int], None]
_HANDLERS: dict[str, _Handler] = {
    "地": _land,
    **dict.fromkeys(_SEASONS, _season),
    **dict.fromkeys(("处", "点", "段"), _spot),
    "值": _value,
    **dict.fromkeys("减增降升", _moved),
    "通过": _throughput,
    "到场": _on_the_spot,
    "通报": _reported,
    "分": _divided,
    **dict.fromkeys("箱柜盒瓶罐", _box),
}
