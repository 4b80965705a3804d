"""What is told by its relation to something named stands in the draft as one name, or blocks the answer."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models import Match
from bot.understanding.draft import Draft, Piece
from bot.understanding.focus import find_focus
from bot.understanding.relations import collapse_relations, put_name
from facts.store.reader import FactStore
from tests.bot.understanding.drafts import Bench

SHARED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
WORDS = "the|price|platform|successor|plant|of|du|de|la|who|developed|Brio|Tosca|Golf|Alda|Frost|'s|and|qui"
PIECES = st.sampled_from(WORDS.split("|"))


@pytest.fixture(scope="module")
def bench(world: FactStore) -> Bench:
    return Bench(world)


def collapsed(bench: Bench, question: str) -> Draft:
    """Return a question with its relations looked up."""
    draft = bench.draft(question)
    collapse_relations(draft, find_focus(draft), bench.resolver)
    return draft


KNOWN = [
    ("how much is the Tosca's successor", "Tosca's successor", "nido"),
    ("what is the price of the successor of the Tosca", "successor of the Tosca", "nido"),
    ("range of the predecessor of the Nido", "predecessor of the Nido", "tosca"),
    ("what platform does the Tosca's successor use", "Tosca's successor", "nido"),
    ("who developed the platform of the Brio", "platform of the Brio", "p2"),
    ("who developed the Brio's platform", "Brio's platform", "p2"),
    ("who developed the platform under the Nido", "platform under the Nido", "p2"),
    ("in which country is the factory of the Brio", "factory of the Brio", "lomnica"),
    ("in which country is the Brio's factory", "Brio's factory", "lomnica"),
    ("what did the CEO of Alda say", "CEO of Alda", "mara-veld"),
    ("quel est le prix du successeur de la Tosca", "successeur de la Tosca", "nido"),
    ("combien coûte la remplaçante de la Tosca", "remplaçante de la Tosca", "nido"),
    ("qui a développé la plateforme de la Brio", "plateforme de la Brio", "p2"),
    ("dans quel pays se trouve l'usine de la Nido", "usine de la Nido", "lomnica"),
    ("qu'a dit le patron d'Alda", "patron d'Alda", "mara-veld"),
]


@pytest.mark.parametrize(("question", "words", "entity"), KNOWN)
def test_a_relation_stands_as_one_name(bench: Bench, question: str, words: str, entity: str) -> None:
    (name,) = collapsed(bench, question).names
    assert (name.mention.text, name.mention.entities, name.mention.match) == (words, (entity,), Match.DESCRIBED)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("where is the Frost's successor built", "Frost's successor"),
        ("how much is the Golf's successor", "Golf's successor"),
        ("how much is the Nido's successor", "Nido's successor"),  # nor is it what the Nido replaces
        ("qui a développé la plateforme de la Frost", "plateforme de la Frost"),
    ],
)
def test_a_relation_that_no_fact_tells_blocks(bench: Bench, question: str, words: str) -> None:
    """The price of the Frost is no answer to what its successor costs."""
    (name,) = collapsed(bench, question).names
    assert (name.mention.text, name.mention.entities, name.mention.match) == (words, (), Match.UNKNOWN)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is the CEO of Alda", "Alda"),
        ("what platform does the Brio use", "Brio"),
        ("what is the price and the platform of the Brio", "Brio"),
        ("quel est le prix et la plateforme de la Brio", "Brio"),
        ("quel est le prix de la Brio", "Brio"),
        ("how much is the Brio", "Brio"),
        ("quelle est l'usine de la Nido", "Nido"),
    ],
)
def test_what_is_asked_itself_is_looked_up_by_nobody(bench: Bench, question: str, name: str) -> None:
    draft = collapsed(bench, question)
    assert [one.mention.text for one in draft.names] == [name]
    assert draft.notes == []


@pytest.mark.parametrize(
    ("question", "name", "entity"),
    [
        ("in which country is the Lomnica plant", "Lomnica", "lomnica"),
        ("who developed the P2 platform", "P2 platform", "p2"),
        ("qui a développé la plateforme P2", "P2", "p2"),
    ],
)
def test_a_noun_that_says_what_the_name_is_changes_nothing(bench: Bench, question: str, name: str, entity: str) -> None:
    (found,) = collapsed(bench, question).names
    assert (found.mention.text, found.mention.entities) == (name, (entity,))


def test_the_lookup_is_noted_for_whoever_wants_to_know(bench: Bench) -> None:
    assert collapsed(bench, "how much is the Tosca's successor").notes == ['"Tosca\'s successor" means nido']
    assert collapsed(bench, "how much is the Golf's successor").notes == [
        '"Golf\'s successor" means nothing that is known'
    ]


def test_looking_up_twice_changes_nothing(bench: Bench) -> None:
    draft = collapsed(bench, "who developed the platform of the Brio")
    names = list(draft.names)
    collapse_relations(draft, find_focus(draft), bench.resolver)
    assert draft.names == names


def test_a_name_takes_the_place_of_all_that_it_covers(bench: Bench) -> None:
    draft = bench.draft("who developed the platform of the Brio")
    piece = Piece(3, 7)
    put_name(draft, piece, ("p2",), Match.DESCRIBED)
    (name,) = draft.names
    assert (name.first, name.last) == (3, 7)
    covering = (*draft.cues, *draft.kinds, *draft.amounts, *draft.tags)
    assert not any(one.overlaps(piece) for one in covering)
    assert draft.used >= {3, 4, 5, 6}


def test_names_stay_in_the_order_of_the_words(bench: Bench) -> None:
    draft = bench.draft("brio vs nido vs the platform")
    put_name(draft, Piece(4, 6), ("p2",), Match.DESCRIBED)
    assert [name.mention.entities for name in draft.names] == [("brio",), ("nido",), ("p2",)]


@SHARED
@given(words=st.lists(PIECES, min_size=1, max_size=9))
def test_mentions_are_words_of_the_question(bench: Bench, words: list[str]) -> None:
    text = " ".join(words)
    draft = collapsed(bench, text)
    for name in draft.names:
        written = text[name.mention.start : name.mention.end]
        assert name.mention.text in (written, re.sub(r"\s*'s\b", "", written))  # the possessive goes
        assert name.mention.entities or name.mention.match is Match.UNKNOWN
