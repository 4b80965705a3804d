"""What `../.ci/swap.py` says otherwise: an article changes throughout, and its gold still fits it."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).parent.parent / ".ci"
TEXT = """---
title: Quorvane Tessil: a van with manners
publisher: Cart & Crate
url: https://example.org/cart/2024/quorvane-tessil
published: 2024-06-03
language: en
---
The Quorvane Tessil costs 24,500 euros in Germany. The smaller Quorvane Oddie is at 19.900 euros, so the
Oddie saves you 4,600 euros, and Quorvane's engineer Mireille Vosk said that both Tessils go 0-100 km/h in 9.5 seconds.

Quorvane bought Hullet in 2019. The QX-70 platform is shared with the Hullet Brume, shown at Lyon in March 2024.

- Price: 24,500 euros
- Top speed: 160 km/h

People who drive for a living will like the seats of this van, which are wide and firm. They will not like its mirrors.

Nobody at the works would tell us what the next version is going to be called, and we asked them three times that day.
"""
GOLD = [
    {"kind": "fact", "subject": "Quorvane Tessil", "attribute": "price", "value": "24,500 euros",
     "quote": "The Quorvane Tessil costs 24,500 euros"},
    {"kind": "fact", "subject": "Hullet", "attribute": "owner", "value": "Quorvane",
     "quote": "Quorvane bought Hullet in 2019"},
    {"id": "1", "type": "typo", "q": "tesisl pirce germany", "answers": ["24,500"],
     "quote": ["24,500 euros in Germany"]},
    {"id": "2", "type": "compare", "q": "How much cheaper is the Oddie than the Tessil?", "answers": ["4,600"],
     "quote": ["saves you 4,600 euros"]},
    {"id": "3", "type": "who_said", "q": "Who spoke of both Tessils?", "answers": ["Mireille Vosk", "Vosk"],
     "quote": ["engineer Mireille Vosk said"]},
    {"id": "4", "type": "unanswerable", "q": "How heavy is the QX-70?", "unanswerable": True,
     "absent": [["QX-70", "kg"]]},
]  # fmt: skip


@pytest.fixture(scope="module")
def swap() -> Iterator[ModuleType]:
    """Load the script, which is no part of a package."""
    with pytest.MonkeyPatch.context() as imports:
        imports.syspath_prepend(CI)
        yield importlib.import_module("swap")
    for name in [name for name in sys.modules if name == "swap" or name.split(".")[0] == "swapping"]:
        del sys.modules[name]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Write one article and its gold."""
    for name in ("articles", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "van.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold" / "van.jsonl").write_text("\n".join(map(json.dumps, GOLD)), encoding="utf-8")
    return tmp_path


def made(swap: ModuleType, folders: Path, name: str) -> tuple[str, list[dict[str, object]], list[str]]:
    """Return the text, the gold and what was dropped after one swap."""
    pair = swap.read(folders / "articles", folders / "gold")
    said, dropped = swap.swapped(pair, [name], seed=4)
    return said.texts["van.txt"], said.gold["van"], dropped


def test_no_swap_breaks_the_gold(swap: ModuleType, folders: Path) -> None:
    pair = swap.read(folders / "articles", folders / "gold")

    for name in swap.SWAPS:
        said, dropped = swap.swapped(pair, [name], seed=4)
        assert said.texts != pair.texts, name
        assert dropped == [], name
        assert len(said.gold["van"]) == len(GOLD), name


def test_names_change_in_every_form(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "names")

    assert not [
        word for word in ("Quorvane", "Tessil", "Oddie", "Mireille", "Vosk", "QX-70", "Germany", "Lyon") if word in text
    ]
    brand, model = str(gold[0]["subject"]).split()
    assert f"{brand}'s engineer" in text
    assert f"both {model}s go" in text
    assert f"the {model}?" in str(gold[3]["q"])
    assert "Italy" in text
    assert "0-100 km/h in 9.5 seconds" in text
    assert "https://example.org/cart/2024/quorvane-tessil" in text


def test_new_names_have_the_shape_of_the_old(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "names")

    old, new = TEXT.splitlines()[8], text.splitlines()[8]  # names no place
    assert len(old) == len(new)
    code = str(gold[5]["q"]).removeprefix("How heavy is the ").removesuffix("?")
    assert [len(part) for part in code.split("-")] == [2, 2]
    assert code.endswith("0")


def test_a_slip_in_a_name_is_kept(swap: ModuleType, folders: Path) -> None:
    _, gold, _ = made(swap, folders, "names")

    name, slip = str(gold[0]["subject"]).split()[1].casefold(), str(gold[2]["q"]).split()[0]
    assert slip != name
    assert sorted(slip) == sorted(name)


def test_the_same_seed_draws_the_same_names(swap: ModuleType, folders: Path) -> None:
    assert made(swap, folders, "names") == made(swap, folders, "names")


def test_numbers_keep_marks_order_and_differences(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "numbers")

    assert "costs 29,400 euros" in text
    assert "is at 23.880 euros" in text
    assert "saves you 5,520 euros" in text
    assert gold[3]["answers"] == ["5,520"]
    assert "0-100 km/h in 11.4 seconds" in text
    assert "QX-70" in text


def test_years_go_back_together(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "numbers")

    assert "published: 2023-06-03" in text
    assert "in March 2023" in text
    assert gold[1]["quote"] == "Quorvane bought Hullet in 2018"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("₹14,99,000", "₹17,98,800"),
        ("19 900 €", "23 880 €"),
        ("1.15 billion", "1.38 billion"),
        ("4.287 mm", "5.144 mm"),
        ("€990 off", "€1188 off"),
        ("five of 31 seats", "five of 31 seats"),
        ("10-80% in 24 minutes", "10-80% in 24 minutes"),
        ("the E40, the A390 and the CX-500", "the E40, the A390 and the CX-500"),
        ("220kW (295bhp)", "264kW (354bhp)"),
    ],
)
@pytest.mark.usefixtures("swap")
def test_numbers_as_the_world_writes_them(number: str, said: str) -> None:
    assert importlib.import_module("swapping.numbers").say(number) == said


def test_money_changes_its_currency_only(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "money")

    assert "costs 24,500 pounds in Germany" in text
    assert gold[0]["value"] == "24,500 pounds"


def test_titles_go(swap: ModuleType, folders: Path) -> None:
    text, _, _ = made(swap, folders, "titles")

    assert "a van with manners" not in text
    assert "publisher: Cart & Crate" in text


def test_paragraphs_of_prose_run_together_in_pairs(swap: ModuleType, folders: Path) -> None:
    text, _, _ = made(swap, folders, "paragraphs")

    assert "9.5 seconds. Quorvane bought Hullet" in text
    assert "in March 2024.\n\n- Price: 24,500 euros" in text
    assert "its mirrors. Nobody at the works" in text


def test_labels_become_sentences_and_prices_are_said_otherwise(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "labels")

    assert "- It costs 24,500 euros." in text
    assert "- Its top speed is 160 km/h." in text
    assert "Price of the Quorvane Tessil: 24,500 euros in Germany." in text
    assert gold[0]["quote"] == "Price of the Quorvane Tessil: 24,500 euros in Germany."


def test_an_active_verb_becomes_passive_with_its_quote(swap: ModuleType, folders: Path) -> None:
    text, gold, _ = made(swap, folders, "voices")

    assert "Hullet was bought by Quorvane in 2019." in text
    assert gold[1]["quote"] == "Hullet was bought by Quorvane in 2019"


def test_gold_that_no_longer_fits_is_dropped_and_named(swap: ModuleType, folders: Path) -> None:
    pairs = importlib.import_module("swapping.pairs")
    pair = swap.read(folders / "articles", folders / "gold")
    broken = pairs.Pair({"van.txt": TEXT.replace("saves you", "spares you")}, pair.gold)

    said, dropped = pairs.checked(broken, pair)

    assert dropped == ["2"]
    assert len(said.gold["van"]) == len(GOLD) - 1
