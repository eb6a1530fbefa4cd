"""Bytes come out as text with the encoding that they were in, or not at all."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.errors import PageError
from transforms.forms.decode import NotText, decode

SIMPLE = "本报讯（记者李青）6月3日，柳溪镇的新渡口正式通航，首日运送乘客两千多人。\n" * 5
TRADITIONAL = (
    "本報訊（記者李青）六月三日，柳溪鎮的新渡口正式通航，這是該鎮的第三個渡口，來往的人說這裡比過去方便。\n" * 5
)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_reads_what_chinese_pages_come_in(codec: str, name: str) -> None:
    assert decode(SIMPLE.encode(codec)) == (SIMPLE, name)


def test_reads_big5() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")


def test_a_short_page_in_gbk() -> None:
    assert decode("柳溪镇的新渡口通航了。".encode("gbk"))[0] == "柳溪镇的新渡口通航了。"


def test_utf8_cut_inside_a_character_is_still_utf8() -> None:
    text, encoding = decode(SIMPLE.encode()[:-3])
    assert encoding == "utf-8"
    assert text.startswith("本报讯")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u3000\n\u3000".encode(), "empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20, "not_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "not_text"),
        (b"\0" * 4000, "not_text"),
        (b"\x01\x02\x03\x04" * 500, "not_text"),
    ],
)
def test_what_is_no_text_says_so(raw: bytes, reason: str) -> None:
    with pytest.raises(NotText) as caught:
        decode(raw)
    assert caught.value.reason == reason
    assert caught.value.detail
    assert isinstance(caught.value, PageError)


def test_the_error_crosses_processes() -> None:
    error = pickle.loads(pickle.dumps(NotText("empty", "0 bytes")))  # noqa: S301
    assert (error.stage, error.reason, error.detail) == ("decode", "empty", "0 bytes")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_the_error(raw: bytes) -> None:
    try:
        text, encoding = decode(raw)
    except NotText:
        return
    assert text.strip()
    assert encoding


@given(st.text(alphabet="的一是在不了有和人这中大为上个国。，", min_size=12, max_size=80))
def test_common_chinese_survives_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030"))[0] == text
