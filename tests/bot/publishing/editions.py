"""Stores that differ in one price, quickly made; what is asked of them, and how they are published and fetched."""

import re
import shutil
import sqlite3
from pathlib import Path

from bot.asking import Asker
from bot.publishing.fetching import fetch
from bot.publishing.place import Place
from bot.publishing.publishing import Published, publish
from bot.publishing.shelf import Shelf
from facts.store.reader import FactStore
from facts.store.rows import checksum

VERSION = "1.0"
QUESTION = "How much is the Twingo?"
QUOTED = "Twingo at {} euros"
SHIPPED = "20,000"  # of the article that ships
OLD, NEW = "20,100", "21,500"


def edition(shipped: Path, target: Path, price: str) -> Path:
    """Make a store that says another price, in its article too, and is small: it knows no ordinary words."""
    shutil.copy(shipped, target)
    connection = sqlite3.connect(target)
    said = (QUOTED.format(SHIPPED), QUOTED.format(price))
    connection.execute("DELETE FROM ordinary")
    for key, text in connection.execute("SELECT id, replace(text, ?, ?) FROM documents", said).fetchall():
        connection.execute("UPDATE documents SET text = ?, checksum = ? WHERE id = ?", (text, checksum(text), key))
    changed = connection.execute(
        "UPDATE facts SET text = ?, amount = ? WHERE (subject, attribute, text) = ('renault-twingo', 'price', ?)",
        (f"{price} euros", float(price.replace(",", "")), f"{SHIPPED} euros"),
    )
    assert changed.rowcount == 1
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    return target


def put(place: Place, store: Path) -> Published:
    return publish(place, store, lineup=VERSION)


def price_in(store: Path) -> str:
    """Return the price that a store answers with; its sentence has to say the same."""
    with FactStore.open(store) as facts:
        answer = Asker(facts).ask(QUESTION)
    price = re.search(r"[\d,]+(?= euros)", answer.text)[0]
    assert QUOTED.format(price) in answer.sources[0].quote
    return price


def fetched_price(place: Place, shelf: Shelf) -> str:
    return price_in(fetch(place, shelf).path)


def listed(shelf: Shelf) -> list[str]:
    """List what stands on a shelf, hidden things too, but for the lock."""
    return sorted(path.name for path in shelf.folder.iterdir() if path.name != ".facts.lock")
