"""A person in the browser, on the page of `lineup preview`: types, reads, presses.

With LINEUP_PICTURES set to a folder, the pictures that the README shows are taken there.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from facts.fingerprint import shipped_documents

pytestmark = pytest.mark.browser

SOON = 20_000  # milliseconds
WIDTH, HEIGHT = 900, 1_000
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HEAD = "---\ntitle: {title}\npublisher: Autojournal\npublished: 2026-11-20\n---\n"
PRICES = HEAD.replace("{title}", "Prices") + "| Model | Price |\n|---|---|\n| Renault Twingo | {price} euros |\n"
RANGES = HEAD.replace("{title}", "Ranges") + "| Model | Range |\n|---|---|\n| Renault Twingo | 263 km |\n"
CARS = (
    HEAD.replace("{title}", "Small cars")
    + """| Model | Price | Range | Launch |
|---|---|---|---|
| Alda Brio | 21,000 euros | 325 km | March 2025 |
| Alda Corso | 30,400 euros | 455 km | 2027 |
| Alda Nido | 18,500 euros | 240 km | 20 February 2026 |
| Bexa Luma | 22,300 euros | 338 km | 2026 |
| Bexa Tosca | 24,900 euros | 410 km | September 2024 |
| Velmora Rell | 33,500 euros | 520 km | November 2025 |
| Velmora Tavo | 27,800 euros | 402 km | spring 2027 |
| Velmora Tiko | 16,900 euros | 215 km | 4 May 2026 |
"""
)
PRICE = "The Renault Twingo costs 20,000 euros."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        missing = "there is no chromium on this machine; install it (apt install chromium) to test the page"
        (pytest.fail if os.environ.get("LINEUP_CI") else pytest.skip)(missing)
    with sync_playwright() as playwright:
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield opened
        opened.close()


@contextmanager
def preview(*options: str, folder: Path | None = None) -> Iterator[str]:
    """Run `lineup preview` as a process of its own and yield the address of its page."""
    command = (sys.executable, "-m", "bot", "preview", "--no-open", *options)
    environment = os.environ | ({"LINEUP_DOCUMENTS": str(folder), "LINEUP_FACTS": f"{folder}.db"} if folder else {})
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(address)
    expect(page.locator("#channel-composer-input")).to_be_visible(timeout=SOON)
    return page


def say(page: Page, text: str) -> None:
    page.locator("#channel-composer-input").fill(text)
    page.locator("#send-message").click()


def become(page: Page, person: str) -> None:
    """See and act as somebody else."""
    page.locator("#viewer-picker").select_option(label=person)
    page.wait_for_timeout(2_000)  # milliseconds; the page is drawn anew, and what is typed before is lost


def press(page: Page, label: str) -> None:
    page.locator("button.component-button", has_text=label).last.click()


def drawn(page: Page) -> Locator:
    """Wait for a chart, and return it once it is loaded."""
    chart = page.locator("article article img").last
    expect(chart).to_be_visible(timeout=SOON)
    expect(chart).not_to_have_js_property("naturalWidth", 0, timeout=SOON)
    return chart


def picture(page: Page, name: str, last: Locator | None = None) -> None:
    """Take a picture of the conversation, where pictures are wanted."""
    folder = os.environ.get("LINEUP_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        if last is not None:
            last.scroll_into_view_if_needed()
            page.wait_for_timeout(500)  # milliseconds
        page.locator("main").screenshot(path=f"{folder}/{name}.png")


def test_question_is_answered_and_its_source_shown(browser: Browser) -> None:
    with preview() as address:
        page = opened(browser, address)
        say(page, "What is the price of the Renault Twingo?")
        expect(page.get_by_text(PRICE).last).to_be_visible(timeout=SOON)
        picture(page, "answer", page.locator("button.component-button").last)
        press(page, "Source")
        expect(page.get_by_text("passage 15 of 18").last).to_be_visible(timeout=SOON)
        picture(page, "source")
        page.close()


def test_slip_is_asked_back(browser: Browser) -> None:
    with preview() as address:
        page = opened(browser, address)
        become(page, "sam")  # who has asked nothing yet
        say(page, "Lineup, twimgo?")
        expect(page.get_by_text("Did you mean Renault Twingo?").last).to_be_visible(timeout=SOON)
        picture(page, "did-you-mean")
        page.close()


def test_direct_messages_have_a_page_too(browser: Browser) -> None:
    with preview("--direct") as address:
        assert address.startswith("http://127.0.0.1:")
        page = opened(browser, address)
        say(page, "What is the price of the Renault Twingo?")
        expect(page.get_by_text(PRICE).last).to_be_visible(timeout=SOON)
        page.close()


def test_reload_shows_what_changed(browser: Browser, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shipped_documents(), tmp_path / "documents"))
    (folder / "prices.md").write_text(PRICES.format(price="19,990"), encoding="utf-8")
    with preview(folder=folder) as address:
        page = opened(browser, address)
        (folder / "prices.md").write_text(PRICES.format(price="19,490"), encoding="utf-8")
        (folder / "ranges.md").write_text(RANGES, encoding="utf-8")
        become(page, "sam")
        command(page, "/facts reload")
        for _ in range(30):
            page.wait_for_timeout(2_000)
            page.locator("#refresh").click()
            if page.get_by_text("new documents").count():
                break
        expect(page.get_by_text("new documents").last).to_be_visible(timeout=SOON)
        picture(page, "reload", page.get_by_text("new documents").last)
        page.close()


def test_comparison_is_drawn(browser: Browser) -> None:
    pytest.importorskip("vl_convert", reason="charts are an extra")
    with preview() as address:
        page = opened(browser, address)
        command(page, "/compare", first="Renault Twingo", second="Dacia city car")
        picture(page, "comparison", drawn(page))
        page.close()


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("scatter", {"attribute": "price", "against": "range"}, "Lineup · price · range"),
        ("timeline", {"attribute": "launch"}, "Lineup · launch"),
    ],
)
def test_lineup_is_drawn(browser: Browser, tmp_path: Path, name: str, options: dict[str, str], said: str) -> None:
    pytest.importorskip("vl_convert", reason="charts are an extra")
    (tmp_path / "cars.md").write_text(CARS, encoding="utf-8")
    with preview(folder=tmp_path) as address:
        page = opened(browser, address)
        command(page, "/lineup", **options)
        chart = drawn(page)
        expect(page.get_by_text(said).last).to_be_visible(timeout=SOON)
        picture(page, name, chart)
        page.close()


def command(page: Page, name: str, **options: str) -> None:
    """Use a slash command as the page offers it."""
    composer = page.locator("#channel-composer-input")
    composer.fill(name)
    expect(page.locator("#command-picker-listbox .command-entry").first).to_be_visible(timeout=SOON)
    composer.press("Enter")
    for option, value in options.items():
        field = page.locator(f"input[data-option='{option}']")
        offered = page.get_by_role("option", name=f"{option} …")
        others = page.get_by_role("button", name=re.compile(r"^\+\d+ "))
        expect(field.or_(offered).or_(others).first).to_be_visible(timeout=SOON)
        if not field.is_visible():  # an option that may be left out
            if not offered.is_visible():
                others.click()
            offered.click()
        expect(field).to_be_visible(timeout=SOON)
        field.fill(value)
        page.wait_for_timeout(300)  # milliseconds; suggestions come, and are not taken
    page.locator("#send-message").click()
