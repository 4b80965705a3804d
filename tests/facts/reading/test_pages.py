"""Pages give their main part only."""

import time

import pytest

from facts.reading.pages import page_text

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Aero &amp; co</title>
<meta property="og:site_name" content="Daily"><meta property="article:published_time" content="2026-02-20T09:00">
<style>p{}</style><script>price = 1;</script></head><body>
<div class="cookie-banner">We store cookies</div><nav><a>Home</a></nav><!-- <p>hidden</p> -->
<article><h1>The Aero</h1><p>It costs 20&nbsp;000&nbsp;&euro; &mdash; <b>cheap</b>.<br>Really.</p>
<figure><img src="x"><figcaption>The Aero in blue</figcaption></figure>
<ul><li>Battery: 40 kWh</li><li>Range: <b>300</b> km</li></ul>
<table>
<caption>Data</caption><thead><tr><th></th><th>Aero</th></tr></thead>
<tbody><tr><th>Price</th><td>1 | 2</td></tr></tbody></table>
<aside class="ad">Buy now</aside></article><footer>Legal</footer></body></html>"""


def test_page_keeps_its_main_part() -> None:
    assert page_text(PAGE).text == (
        "The Aero\n---\n\nIt costs 20\xa0000\xa0€ — cheap. Really.\n\nThe Aero in blue\n\n"
        "- Battery: 40 kWh\n- Range: 300 km\n\nData\n|  | Aero |\n| Price | 1 / 2 |\n"
    )


def test_head_gives_metadata() -> None:
    metadata = page_text(PAGE).metadata
    assert (metadata.title, metadata.publisher) == ("Aero & co", "Daily")
    assert (metadata.published, metadata.language) == ("2026-02-20", "en")


@pytest.mark.parametrize(
    "markup",
    [
        "<p" * 50_000,
        "<div>" * 100_000 + "x",
        "<!--" * 50_000,
        "</p>" * 50_000,
        "&" * 50_000,
        "<table>" * 20_000 + "x",
        "",
    ],
    ids=["unclosed", "nested", "comments", "ends", "entities", "tables", "empty"],
)
def test_hostile_markup_takes_bounded_time(markup: str) -> None:
    start = time.process_time()
    page_text(markup)
    assert time.process_time() - start < 5
