"""The forms of a made page: PDF by headless Chromium, a scan of it, the e-paper's HTML, a row of JSONL."""

from __future__ import annotations

import html
import io
import json
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from made_articles import MadeArticle
from made_layout import Placed, Shape, Sheet

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FONTS = {
    "body": "400 'Noto Serif CJK SC'",
    "bold": "900 'Noto Serif CJK SC'",
    "sans": "500 'Noto Sans CJK SC'",
    "black": "900 'Noto Sans CJK SC'",
}
_SHAPES = {
    "rule": "background:#333",
    "upright": "background:#333",
    "box": "border:0.7pt solid #222;box-sizing:border-box",
    "panel": "background:#e8ecf0;-webkit-print-color-adjust:exact",
    "picture": "background:linear-gradient(#9ab,#456);-webkit-print-color-adjust:exact",
}


def need_printer() -> None:
    """Skip, by name, where Debian's chromium or its CJK fonts are not installed."""
    if CHROMIUM is None:
        pytest.skip("needs Debian's package chromium")
    if not shutil.which("fc-list") or b"Noto Serif CJK SC" not in subprocess.check_output(["fc-list"]):
        pytest.skip("needs Debian's package fonts-noto-cjk")


def as_pdf(sheets: Sequence[Sheet], folder: Path, shuffle: int | None = None) -> bytes:
    """The sheets printed, one PDF page each; `shuffle` seeds an order of drawing that is not that of reading."""
    source, target = folder / "sheet.html", folder / "sheet.pdf"
    source.write_text(_print_html(sheets, shuffle), encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target.read_bytes()


def as_scan(pdf: bytes, dots_per_inch: int = 150) -> bytes:
    """The first page of the PDF as a PNG, as a scanner would give it."""
    document = pdfium.PdfDocument(pdf)
    kept = io.BytesIO()
    document[0].render(scale=dots_per_inch / 72).to_pil().save(kept, "PNG")
    document.close()
    return kept.getvalue()


def as_jsonl(articles: Sequence[MadeArticle], known: dict[str, str]) -> bytes:
    """One row of one page: every article under its headline lines, paragraphs unbroken."""
    text = "\n\n\n".join(
        "\n".join([*a.headline_lines, "", *(p.text for p in (*a.body, *a.captions))]) for a in articles
    )
    return json.dumps({"id": "made", "text": text, **known}, ensure_ascii=False).encode()


def as_html(article: MadeArticle, date: str, edition: str, outlet: str) -> bytes:
    """The article's page as Founder's publishing system makes it."""
    told = {
        role: html.escape(" ".join(p.text for p in article.head if p.role == role))
        for role in ("kicker", "headline", "deck")
    }
    body = "".join(f"<p>\u3000\u3000{_marked(p.role, html.escape(p.text))}</p>" for p in article.body)
    pictures = "".join(f"<p><img src='1.jpg'>{html.escape(p.text)}</p>" for p in article.captions)
    year, month, day = date.split("-")
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{outlet}数字报</title></head><body>
<div class="caption"><p id="nowLayout" class="hide">{edition}</p>
<font id="intro-title">{told["kicker"]}</font> <font id=main-title>{told["headline"]}</font>
<font id="sub-title">{told["deck"]}</font> <font id="author">{year}年{month}月{day}日</font></div>
<div class="content" id="content">{pictures}<founder-content><!--enpcontent-->{body}<!--/enpcontent-->
<!--enpproperty <date>{date} 00:00:00:0</date><author></author><title>{told["headline"]}</title>/enpproperty-->
</founder-content></div><div class="footer"><a href="/">数字报</a> <span>Copyright © {outlet}</span></div></body></html>
""".encode()


def as_index(articles: Sequence[MadeArticle], date: str, edition: str, outlet: str) -> bytes:
    """The page's index, as it stands beside the article files content_1.html, content_2.html …"""
    areas = "".join(
        f'<area coords="{40 * n},10,{40 * n + 30},10,{40 * n + 30},90,{40 * n},90" href="content_{n}.html">'
        for n in range(1, len(articles) + 1)
    )
    titles = "".join(
        f"<li><a href=content_{n}.html>{html.escape(next(p.text for p in a.head if p.role == 'headline'))}</a></li>"
        for n, a in enumerate(articles, 1)
    )
    year, month, day = date.split("-")
    return f"""<html><head><title>{outlet}</title></head><body><div>{year}年{month}月{day}日 第{edition}版：要闻</div>
<img src="page.jpg" usemap="#PagePicMap"><map name="PagePicMap">{areas}</map><ul>{titles}</ul></body></html>""".encode()


def _marked(role: str, text: str) -> str:
    return f"<strong>{text}</strong>" if role == "subheading" else text


def _print_html(sheets: Sequence[Sheet], shuffle: int | None) -> str:
    pages: list[str] = []
    sizes = ""
    for sheet in sheets:
        drawn = [_line(line) for line in sheet.lines]
        if shuffle is not None:
            random.Random(shuffle).shuffle(drawn)  # noqa: S311
        shapes = [_shape(shape) for shape in sorted(sheet.shapes, key=lambda s: s.kind != "panel")]
        name = f"p{len(pages)}"
        sizes += f"@page {name}{{size:{sheet.width:.1f}pt {sheet.height:.1f}pt;margin:0}}"
        room = f"page:{name};width:{sheet.width:.1f}pt;height:{sheet.height - 0.5:.1f}pt"
        pages.append(f'<section style="{room}">{"".join(shapes)}{"".join(drawn)}</section>')
    return f"""<meta charset="utf-8"><style>{sizes}body{{margin:0}}
section{{position:relative;break-after:page;overflow:hidden}}
section:last-child{{break-after:auto}}
div{{position:absolute;white-space:pre;line-height:1.2}}.f{{text-align:justify!important;text-align-last:justify;white-space:normal}}
.v{{writing-mode:vertical-rl}}</style>{"".join(pages)}"""


def _line(line: Placed) -> str:
    weight, _, family = _FONTS[line.weight].partition(" ")
    style = f"left:{line.x:.2f}pt;top:{line.y:.2f}pt;font:{weight} {line.size}pt/1.2 {family}"
    kind = "v" if line.vertical else "f" if line.fill else ""
    style += "" if line.vertical else f";width:{line.width:.2f}pt;text-align:{line.align}"
    return f'<div class="{kind}" style="{style}">{html.escape(line.text)}</div>'


def _shape(shape: Shape) -> str:
    place = f"left:{shape.x:.2f}pt;top:{shape.y:.2f}pt;width:{shape.width:.2f}pt;height:{shape.height:.2f}pt"
    return f'<div style="{place};{_SHAPES[shape.kind]};-webkit-print-color-adjust:exact"></div>'
