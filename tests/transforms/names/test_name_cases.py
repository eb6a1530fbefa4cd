"""Who is who and who says it, in invented sentences of every register, those among them that name nobody.

name_cases.csv: `people` are name=title, "-" for no title; `speakers` those to whom a quotation is given.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from transforms.names.article_names import read_article_names
from transforms.names.quote import read_quotes
from transforms.words.token import tokenize

CASES = list(csv.DictReader((Path(__file__).parent / "name_cases.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("case", CASES, ids=[f"{number:02}" for number in range(len(CASES))])
def test_people_and_speakers_of_an_invented_sentence(case: dict[str, str]) -> None:
    text = case["text"]
    names = read_article_names([text], [tokenize(text)])
    assert ";".join(sorted(f"{one.name}={one.title or '-'}" for one in names.people)) == case["people"]
    speakers = {quote.speaker for quote in read_quotes([text], names.spans)[0] if quote.speaker}
    assert ";".join(sorted(speakers)) == case["speakers"]
