"""Page furniture: lines that belong to no article, each with the reason."""

from __future__ import annotations

import re

import seeds

_ROWS = seeds.table("furniture_words")
_STARTS = {r["word"]: r["reason"] for r in _ROWS if r["match"] == "start"}
_WHOLE = {r["word"]: r["reason"] for r in _ROWS if r["match"] == "whole"}
_START = re.compile("[□■●◎◆（(【]?(" + "|".join(sorted(map(re.escape, _STARTS), key=len, reverse=True)) + ")[】]?")
_CREDIT_END = re.compile(r"[：:/／|｜\s]|\Z")
_FOLIO = re.compile(
    r"(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,3}|\d{1,3}|[-—·\s]*\d{1,4}[-—·\s]*)"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:\s*(?:星期|周)[一二三四五六日天])?.{0,30}"
    r"|(?:星期|周)[一二三四五六日天]|农历.{2,12}|第\s*\d{3,6}\s*期.{0,12}"
    r"|(?:总第|今日).{0,4}\d+\s*[期版]|(?:CN|ISSN)\s*\d.{2,20}"
)
_TURN = re.compile(
    r"[（(]?\s*(?:下转|上接|紧接|接)\s*(?:第?\s*[A-Z]?[\d一二三四五六七八九十]{1,4}\s*版|[一二三四五六七八九十]{1,3}版).{0,16}?[）)]?\s*[▶►▼→]?"
)
_SYMBOLS = re.compile(r"[\W_]+")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_MOST = 60


def noise_reason(text: str) -> str | None:
    """Why a line is furniture, None where it is not."""
    if len(text) > _MOST:
        return None
    if text in _WHOLE:
        return _WHOLE[text]
    credit = _START.match(text)
    if credit and _CREDIT_END.match(text, credit.end()) and not re.search("[。！？]", text):
        return _STARTS[credit[1]]
    if _FOLIO.fullmatch(text):
        return "folio or date line"
    if _TURN.fullmatch(text):
        return "turn line"
    if _SYMBOLS.fullmatch(text):
        return "ornament"
    if _URL.fullmatch(text):
        return "web address"
    return None


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
