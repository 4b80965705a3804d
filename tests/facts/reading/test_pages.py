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
        "The Aero\n---\n\nIt costs 20\xa0000\xa0€ — cheap.\nReally.\n\nThe Aero in blue\n\n"
        "- Battery: 40 kWh\n- Range: 300 km\n\nData\n|  | Aero |\n| Price | 1 / 2 |\n"
    )


def test_head_gives_metadata() -> None:
    metadata = page_text(PAGE).metadata
    assert (metadata.title, metadata.publisher) == ("Aero & co", "Daily")
    assert (metadata.published, metadata.language) == ("2026-02-20", "en")


FRENCH = """<!DOCTYPE html><html lang="fr-FR"><head><title>Renault 4 : prix et autonomie - L'Auto du jour</title>
<link rel="canonical" href="https://example.org/renault-4"><meta itemprop="datePublished" content="2025-03-10">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Autre"}, {"@type": ["NewsArticle"],
"datePublished": "2025-03-12T08:00:00+01:00", "publisher": {"@type": "Organization", "name":
"L'Auto du jour"}}]}</script></head>
<body><header class="site"><a>Accueil</a></header><main><article><header><h1>Renault 4 : le prix</h1></header>
<p>La Renault 4 arrive en concession, et voici tout ce que l'on en sait avant les premiers essais de la presse.</p>
<dl><dt>Longueur :</dt><dd>4,14 m</dd><dt>Coffre</dt><dd>420 litres</dd></dl>
<div class="pub-inline"><p>Louez une Dacia à 99 € par mois</p></div>
<table><tr><th>Version</th><th colspan="2">Prix</th><th>Autonomie</th></tr>
<tr><td rowspan="2">Techno</td><td>32 490 €</td><td>TTC</td><td>409 km</td></tr>
<tr><td>30 000 €</td><td>HT</td><td>400 km</td></tr>
</table></article><article class="card"><h3>À lire</h3><p>La 500 coûte 24 900 €.</p></article></main></body></html>"""


def test_terms_are_labels_and_spanning_cells_keep_their_columns() -> None:
    text = page_text(FRENCH).text
    assert "- Longueur: 4,14 m\n- Coffre: 420 litres\n" in text
    assert "| Version | Prix |  | Autonomie |\n| Techno | 32 490 € | TTC | 409 km |\n" in text
    assert "| Techno | 30 000 € | HT | 400 km |" in text


def test_an_article_keeps_its_header_and_loses_what_surrounds_it() -> None:
    text = page_text(FRENCH).text
    assert text.startswith("Renault 4 : le prix\n---\n")
    assert not any(word in text for word in ("Accueil", "Dacia", "24 900"))


def test_structured_data_gives_metadata() -> None:
    metadata = page_text(FRENCH).metadata
    assert (metadata.title, metadata.publisher) == ("Renault 4 : prix et autonomie", "L'Auto du jour")
    assert (metadata.url, metadata.published, metadata.language) == (
        "https://example.org/renault-4",
        "2025-03-10",
        "fr",
    )


@pytest.mark.parametrize("data", ["{", "[" * 5_000, "null", '{"@type": 3}', '{"publisher": [1]}'])
def test_broken_structured_data_is_left_out(data: str) -> None:
    page = page_text(f'<script type="application/ld+json">{data}</script><p>The Aero.</p>')
    assert (page.text, page.metadata.publisher) == ("The Aero.\n", None)


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
