"""What a build changed, or what is wrong and where, within Discord's limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.building.messages import DocumentChange, Fault, Progress, Report
from bot.discord.rendering import limits
from bot.discord.rendering.diffs import failure_embed, progress_line, report_embed
from bot.discord.texts import texts_in

EN, FR = texts_in("en"), texts_in("fr")
PRICE = ("Twingo", "price", "20,000 euros")
SAID = st.tuples(st.text(max_size=80), st.text(max_size=40), st.text(max_size=400))


def report(**fields: object) -> Report:
    return Report(store="f.db", seconds=1.25, counts={"documents": 12, "facts": 1_005}, has_before=True, **fields)


def test_each_change_has_its_sign():
    change = DocumentChange(
        name="a_b.md",
        added=(PRICE,),
        removed=(("Spring", "range", "220 km"),),
        altered=((PRICE, (*PRICE[:2], "*19,000*")),),
    )
    shown = report_embed(report(changed=("a_b.md",), facts=3, documents=(change,)), EN)
    assert (shown.description or "").splitlines() == [
        r"~ **changed documents**: a\_b.md",
        "",
        r"**a\_b.md**",
        r"~ Twingo · price · 20,000 euros → \*19,000\*",
        r"\+ Twingo · price · 20,000 euros",
        "− Spring · range · 220 km",
    ]
    assert shown.footer.text == "12 documents · 1005 facts (+3) · 1.2 s"


def test_first_few_of_each_are_shown_and_the_rest_counted():
    change = DocumentChange(name="a.md", is_new=True, added=(PRICE,) * 9)
    shown = report_embed(report(added=tuple(f"{n}.md" for n in range(8)), documents=(change,) * 20), FR)
    assert "nouveaux documents**: 0.md, 1.md, 2.md, 3.md, 4.md … +3" in shown.description
    assert r"\+ … et 5 de plus" in shown.description
    assert shown.description.endswith("… et 8 documents de plus")


def test_what_was_not_told_one_by_one_is_counted():
    change = DocumentChange(name="a.md", is_new=True, added=(PRICE,) * 4, more_added=996)
    lines = (report_embed(report(added=("a.md",), documents=(change,)), EN).description or "").splitlines()
    assert lines[-5:] == [r"\+ Twingo · price · 20,000 euros"] * 4 + [r"\+ … and 996 more"]


def test_nothing_new_is_said():
    assert report_embed(report(), EN).description == "Nothing has changed."


def test_nothing_is_said_of_changes_where_there_is_nothing_to_compare_with():
    first = Report(store="f.db", seconds=1.25, counts={"documents": 12, "facts": 1_005})
    assert not report_embed(first, EN).description


def test_fault_has_its_place_and_the_way_out():
    fault = Fault(file="documents/new.md", line=3, message="'publishd' is no key", remedy="write 'published'")
    assert failure_embed((fault,), EN).description == "`documents/new.md:3`\n'publishd' is no key\n→ write 'published'"


@pytest.mark.parametrize(
    ("progress", "expected"),
    [
        (Progress(doing="reading documents", done=250, of=1_000), "`█████░░░░░░░░░░░░░░░` 250 of 1,000 documents"),
        (Progress(doing="reading documents", done=0, of=0), "Reading the documents …"),
        (Progress(doing="writing the store", done=1, of=1), "`████████████████████` writing the facts"),
    ],
)
def test_progress_is_a_bar(progress, expected):
    assert progress_line(progress, EN) == expected


@given(
    names=st.lists(st.text(min_size=1, max_size=200), max_size=30),
    said=st.lists(SAID, max_size=8),
    faults=st.lists(
        st.builds(Fault, file=st.text(max_size=300), line=st.integers(1, 9), message=st.text(max_size=3_000))
    ),
)
def test_whatever_a_build_says_discord_takes_it(names, said, faults):
    change = DocumentChange(name="".join(names), added=tuple(said), removed=tuple(said))
    for shown in (
        report_embed(report(added=tuple(names), documents=(change,) * 30), EN),
        failure_embed(faults, FR),
    ):
        assert len(shown.description or "") <= limits.DESCRIPTION
        assert len(shown) <= limits.EMBED
