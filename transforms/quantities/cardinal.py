"""The value of one numeral: 12.5万, 两千三百五, 十几万, 六七千, 四十五亿四千零四万, 一七二零, 一百点五."""

from __future__ import annotations

from typing import NamedTuple

from transforms.quantities.numeral_signs import BIG, DIGITS, SMALL, TENS, TOKEN, to_float
from transforms.quantities.place_value import FEW, LITERAL, PAIR, SINGLE, PlaceValue


class Token(NamedTuple):
    """One sign or one Arabic number of a run."""

    sign: str
    value: float | None  # of an Arabic number
    start: int
    end: int


class Cardinal(NamedTuple):
    """A number with its bounds; `next` is the token after it, `mantissa_end` where its closing 万 or 亿 begins."""

    low: float
    high: float
    comparator: str  # "=", ">" (多, 余), "≈" (来) or "range"
    next: int
    bare: bool  # begins with 百, 千, 万 or 亿 and no digit
    form: str
    mantissa_end: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The signs of text[start:end], blanks left out."""
    out: list[Token] = []
    at = start
    while at < end and (m := TOKEN.match(text, at, end)):
        at = m.end()
        if m.group(1):
            out.append(Token("0", to_float(m.group(1)), m.start(1), at))
        elif m.group(2):
            out.append(Token("分之", None, m.start(2), at))
        else:
            out.append(Token(m.group(3), None, m.start(3), at))
    return out


def _digit_group(tokens: list[Token], at: int) -> tuple[tuple[float, float], str, int]:
    """Digits in a row: one, a pair like 六七, or a number written digit by digit; (bounds, kind, next)."""
    digits: list[int] = []
    end = at
    while end < len(tokens) and tokens[end].sign in DIGITS:
        if tokens[end].sign == "两" and digits and digits[-1] > 1 and digits != [3]:
            break  # 五两: a weight, no digit of a number
        digits.append(DIGITS[tokens[end].sign])
        end += 1
    if len(digits) == 1:
        return (digits[0], digits[0]), SINGLE, end
    a, b = digits[0], digits[1]
    if len(digits) == 2 and a and (b - a == 1 or (a, b) == (3, 5)):
        return (a, b), PAIR, end
    if digits == [3, 2] and tokens[end - 1].sign == "两":
        return (2, 3), PAIR, end  # 三两个
    value = float("".join(map(str, digits)))
    return (value, value), LITERAL, end


class _Reader:
    """Goes over the tokens of one numeral; `at` stands where the numeral ends once `run` is through."""

    def __init__(self, tokens: list[Token], first: int) -> None:
        self.tokens, self.first, self.at = tokens, first, first
        self.sum = PlaceValue()
        self.comparator = "="
        self.forms: set[str] = set()

    def run(self) -> None:
        """Take tokens as long as they go on with the numeral; `at` is then behind the last that does."""
        while self.at < len(self.tokens):
            following = self._take(self.tokens[self.at])
            if following is None:
                return
            self.at = following

    def sign(self, at: int) -> str:
        """The sign at a place, "" past the end."""
        return self.tokens[at].sign if at < len(self.tokens) else ""

    def _take(self, token: Token) -> int | None:
        """The place after the token, or None where the numeral ends before it."""
        sign, is_first = token.sign, self.at == self.first
        if token.value is not None:
            ok = self._arabic(token, is_first)
        elif sign in DIGITS:
            return self._digits(sign)
        elif sign in TENS:
            ok = self._ten(TENS[sign])
        elif sign in SMALL:
            ok = self.sum.take_small(SMALL[sign], is_first)
        elif sign in BIG:
            ok = self.sum.take_big(BIG[sign], is_first)
        elif sign in "几数":
            ok = self._few(sign)
        elif sign in "多余来" and not is_first:
            return self._more(sign)
        else:
            ok = False
        return self.at + 1 if ok else None

    def _arabic(self, token: Token, is_first: bool) -> bool:
        value = token.value or 0.0
        literal = token.end - token.start > 1 or is_first
        self.forms.add("arabic")
        return self.sum.take_number((value, value), LITERAL if literal else SINGLE, self.at)

    def _digits(self, sign: str) -> int | None:
        """Digits of a number, or a 零 that only holds a place (一千零一)."""
        state = self.sum
        state.zero = DIGITS[sign] == 0 and state.scale > 0
        if state.zero:
            state.seen_zero = True
            follows = self.sign(self.at + 1)
            goes_on = follows in DIGITS or follows in SMALL or follows in ("0", "几")
            return self.at + 1 if follows and goes_on and state.waiting is None else None
        if sign == "两" and state.scale > 0 and self.sign(self.at + 1) not in SMALL:
            return None  # 100万两档: the next number's
        value, kind, after = _digit_group(self.tokens, self.at)
        self.forms.add(kind)
        state.zero = self.at > self.first and DIGITS.get(self.sign(self.at - 1), 1) == 0
        return after if state.take_number(value, kind, self.at) else None

    def _ten(self, value: int) -> bool:
        """廿 and 卅."""
        state = self.sum
        if state.small <= 10 or state.waiting is not None:
            return False
        state.section = state.section[0] + value, state.section[1] + value
        state.small, state.scale = 10, 10
        return True

    def _few(self, sign: str) -> bool:
        """几 and 数 for a digit: 几千 is 2000…9999, 十几 is 11…19 (the upper bound is one short of the next)."""
        follows = self.sign(self.at + 1)
        if sign == "数" and follows not in SMALL and follows not in BIG:
            return False
        state = self.sum
        if state.kind == LITERAL and state.waiting and state.waiting[0] >= 10 and state.waiting[0] % 10 == 0:
            state.section, state.waiting, state.scale = state.waiting, None, 10  # 30几
        ok = state.take_number((1 if state.scale else 2, 10), FEW, self.at)
        self.forms |= {FEW} if ok else set()
        return ok

    def _more(self, sign: str) -> int | None:
        """多, 余, 来 after a round number: 十多, 500余万, 20来; not after a lone digit (三多)."""
        before = self.tokens[self.at - 1]
        if before.value is None and before.sign not in SMALL and before.sign not in BIG and before.sign not in TENS:
            return None
        self.comparator = "≈" if sign == "来" else ">"
        if self.sign(self.at + 1) in BIG:
            return self.at + 1
        self.at += 1
        return None


def read_cardinal(tokens: list[Token], first: int) -> Cardinal | None:
    """The longest number that begins at tokens[first]; None where none does."""
    reader = _Reader(tokens, first)
    reader.run()
    return _finish(reader)


def _finish(reader: _Reader) -> Cardinal | None:
    """The bounds of what was read; a digit that waits for the scale that stopped the reading is given back."""
    tokens, first, at, state = reader.tokens, reader.first, reader.at, reader.sum
    comparator, forms = reader.comparator, reader.forms
    stopped = tokens[at].sign if at < len(tokens) else ""
    if state.waiting is not None and state.waiting_at > first and (stopped in SMALL or stopped in BIG):
        at, state.waiting = state.waiting_at, None  # 二百 三百: the second 三 is the next numeral's
    if at == first:
        return None
    low, high = state.result()
    if stopped == "点" and at + 1 < len(tokens):
        whole = _by_digit(tokens[first:at]) if forms == {PAIR} else None
        low, high, at = _decimals(tokens, at, low, high, whole)
    if low == high:
        forms -= {FEW, PAIR}
    if FEW in forms:
        high -= 1
    if low != high:
        comparator = "range"
    last = at
    while last - 1 > first and tokens[last - 1].sign in "万亿萬億多余来":
        last -= 1
    form = next((f for f in (FEW, PAIR, LITERAL, "arabic") if f in forms), "chinese")
    bare = (tokens[first].sign in SMALL and tokens[first].sign not in "十拾") or tokens[first].sign in BIG
    return Cardinal(low, high, comparator, at, bare, form, tokens[last - 1].end)


def _by_digit(tokens: list[Token]) -> float | None:
    """七八 as 78; None where other signs stand among the digits (十七八)."""
    signs = [token.sign for token in tokens]
    return float("".join(str(DIGITS[sign]) for sign in signs)) if all(sign in DIGITS for sign in signs) else None


def _decimals(
    tokens: list[Token], at: int, low: float, high: float, by_digit: float | None
) -> tuple[float, float, int]:
    """What follows 点: digits, then a closing 万 or 亿 (一点五亿); before it 七八 is written by digit, no 7 to 8."""
    token, end = tokens[at + 1], at + 2
    digits = ""
    if token.value is not None:
        if tokens[at - 1].value is not None and token.end - token.start > 1:
            return low, high, at  # 7点50分
        digits = str(int(token.value)).zfill(token.end - token.start) if token.value == int(token.value) else ""
    else:
        end = at + 1
        while end < len(tokens) and tokens[end].sign in DIGITS and tokens[end].sign != "两":
            digits += str(DIGITS[tokens[end].sign])
            end += 1
    if not digits or (end < len(tokens) and tokens[end].sign in SMALL):
        return low, high, at
    part = float("0." + digits)
    low, high = (low, high) if by_digit is None else (by_digit, by_digit)
    low, high = low + part, high + part
    while end < len(tokens) and tokens[end].sign in BIG:
        low, high = low * BIG[tokens[end].sign], high * BIG[tokens[end].sign]
        end += 1
    return low, high, end
