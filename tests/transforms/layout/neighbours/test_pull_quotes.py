"""Sentences that a page repeats in large type beside the text that says them."""

from __future__ import annotations

from transforms.forms.text import read_text
from transforms.layout.apart import Apart
from transforms.layout.page import take_apart

SENTENCE = "把台账做在田埂上，把服务送到农户家门口，好办法才不会停在纸面"
BODY = """眼下正是春管时节，柳溪镇的技术员天天往地里跑。
他们说，把台账做在田埂上，把服务送到农户家门口，好办法才不会停在纸面。
去年以来，全镇建起十二个这样的服务点，帮助农户解决难题三百多件。
"""


def read(text: str) -> Apart:
    return take_apart(read_text(text))


def roles_of(text: str, part: str) -> set[str]:
    return {piece.role for piece in read(text).pieces if part in piece.words.text}


def test_a_sentence_repeated_over_the_text_is_no_headline() -> None:
    page = f"服务点建到田埂上\n\n{SENTENCE}\n\n本报记者 沈清\n\n{BODY}"
    (article,) = read(page).articles
    assert [line.text for line in article.headline_lines] == ["服务点建到田埂上"]
    assert "paragraph" in roles_of(page, SENTENCE)


def test_one_broken_over_lines_is_found_whole() -> None:
    upper, lower = SENTENCE[:18], SENTENCE[18:]
    page = f"服务点建到田埂上\n\n{upper}\n{lower}\n\n本报记者 沈清\n\n{BODY}"
    assert "paragraph" in roles_of(page, lower)


def test_a_kicker_that_no_text_says_word_for_word_stays() -> None:
    page = f"柳溪镇把台账做在田埂上，把服务送到家门口——\n服务点建到田埂上\n\n本报记者 沈清\n\n{BODY}"
    (article,) = read(page).articles
    assert len(article.headline_lines) == 2


def test_a_deck_under_its_headline_stays_though_the_text_says_it() -> None:
    page = f"服务点建到田埂上\n{SENTENCE}\n\n本报记者 沈清\n\n{BODY}"
    (article,) = read(page).articles
    assert "".join(line.text for line in article.headline_lines).endswith(SENTENCE)
