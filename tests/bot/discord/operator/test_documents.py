"""The operator sees what was understood of a document, page by page."""

from pathlib import Path

import pytest

from bot.discord.operator.documents import PAGE, pages_of
from bot.discord.texts import texts_in
from tests.bot.discord.operator.archive import Builder, embed_of
from tests.bot.discord.operator.conftest import Opened
from tests.bot.discord.world import whispered


async def test_a_document_is_shown_in_reading_order(opened: Opened):
    async with opened() as w:
        said = embed_of((await w.boss.slash(w.general, "facts document", name="a.md")).response)
    assert "Title: Prices · Publisher: unknown · Published: 2026-01-01 · Language: English" in said
    assert "> The Renault Twingo costs **20,000 euros**.\n= **Renault Twingo** · price · 20,000 euros" in said
    assert "· Hello there." in said
    assert said.index("Twingo") < said.index("Spring")


async def test_its_name_is_offered_while_it_is_typed(opened: Opened):
    async with opened() as w:
        offered = await w.boss.autocomplete(w.general, "facts document", "name", "A.M")
    assert [one["value"] for one in offered] == ["a.md"]


async def test_an_unknown_document_is_one_sentence(opened: Opened):
    async with opened() as w:
        said = whispered(await w.boss.slash(w.general, "facts document", name="*none*.md"))
    assert said == ["There is no document called \\*none\\*.md."]


async def test_a_long_document_has_pages(opened: Opened, builder: Builder, tmp_path: Path):
    async with opened() as w:
        long = "\n\n".join(f"The Renault Twingo costs {20_000 + number:,} euros." for number in range(150))
        (tmp_path / "documents" / "long.md").write_text(long, encoding="utf-8")
        await w.boss.slash(w.general, "facts reload")
        first = (await w.boss.slash(w.general, "facts document", name="long.md")).response
        assert "Page 1 of " in embed_of(first)
        await w.boss.click(first, label="▶")
        assert "Page 2 of " in embed_of(first)
        await w.restart(builder.library(tmp_path))
        await w.boss.click(first, label="▶")
        assert "Page 3 of " in embed_of(first)
        await w.boss.click(first, label="◀")
        assert "Page 2 of " in embed_of(first)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_fit_whatever_a_document_holds(language: str, builder: Builder, tmp_path: Path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "wild.md").write_text(
        "*_~`|>#-" * 300 + "\n\n" + "x" * 9_000 + "\n\nThe Twingo costs 2 euros.\n"
    )
    builder.build(tmp_path / "documents", tmp_path / "facts.db")
    pages = pages_of(tmp_path / "facts.db", "wild.md", texts_in(language))
    assert all(0 < len(page) <= PAGE for page in pages)
