"""Names as they are typed: the entities whose name goes on so, and the questions about them that have an answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice

from bot.answering.known import Known
from bot.browsing import sheets
from bot.browsing.cues import Cues
from bot.models.finding import Gap
from bot.models.sheet import Named
from bot.understanding.spelling import near
from bot.wording.sentences import Sentences
from facts.models import Entity
from facts.terms import fold, squeeze

MOST = 25  # that Discord shows
LONGEST_CHOICE = 100  # characters
LOOKED_AT = 120  # names that begin so; a letter or two begin thousands
LONGEST_TYPED = 200  # characters that are looked at
WORDS_OF_NAME = 5  # at the end of what is typed
ASKED_OF_EACH = 6  # attributes of an entity
QUESTIONED = 8  # entities whose facts are looked up: each costs some hundred microseconds
ATTRIBUTES = 2  # that words without a name may speak of
MOST_WORDS = 12  # of what is typed, its end
FEW = 3  # names; with fewer, a slip of the finger may hide others

Reading = tuple[Sequence[str], Sequence[str]]  # ids of what a name may mean, and the words beside it


def names_like(known: Known, typed: str, sentences: Sentences, kinds: Sequence[str] = ()) -> list[Named]:
    """Return the entities whose name begins so, or holds a word that does; else those that a slip hides."""
    found = known.store.entities_with(_meant(known, typed))
    fitting = (one for one in found if not kinds or any(known.is_a(one, kind) for kind in kinds))
    return [sheets.named(one, sentences) for one in fitting]


def questions_like(known: Known, typed: str, sentences: Sentences, cues: Cues) -> list[str]:
    """Return questions that the store answers and that what is typed may become: an entity, then an attribute.

    Where an attribute was named beside an entity they are about that, else about what is most telling of each.
    """
    named: dict[str, None] = {}
    others: dict[str, None] = {}
    for entities, rest in _readings(known, typed[:LONGEST_TYPED].split()[-MOST_WORDS:], cues):
        wanted = cues.named(rest, partial(_lemmas, known)) if rest else {}
        asked = [_asked(known, one, wanted) for one in known.store.entities_with(entities[:QUESTIONED])]
        for is_named, made in ((True, named), (False, others)):
            gaps = _in_turn([row for fits, row in asked if fits is is_named])
            _word(gaps, made, sentences)
    return list(named or others)


def _word(gaps: Iterable[Gap], made: dict[str, None], sentences: Sentences) -> None:
    """Add questions for gaps, as many as are shown."""
    owners: dict[str, str] = {}
    for gap in gaps:
        if len(made) >= MOST:
            return
        owner = owners.get(gap.subject.id) or owners.setdefault(gap.subject.id, sentences.owner(gap.subject))
        question = sentences.question(gap.attribute, owner)
        if len(question) <= LONGEST_CHOICE:
            made[question] = None


def _readings(known: Known, words: Sequence[str], cues: Cues) -> Iterator[Reading]:
    """Yield what could be meant, with what is typed beside it: names in full, names begun, names with a slip.

    Without a name, what is known of the attribute that the words speak of.
    """
    if not words:
        yield _told_of(known), ()
        return
    if found := _named(known, words):
        yield from found
        return
    slips = [one for corrected in _corrected(known, words) for one in _named(known, corrected)]
    yield from slips
    if slips:
        return
    yield _meant(known, words[-1]), words[:-1]
    asked = cues.named(words, partial(_lemmas, known))
    for attribute in sorted(asked, key=lambda one: (-asked[one], known.rank(one)))[:ATTRIBUTES]:
        yield known.store.subjects_of(attribute, QUESTIONED), words


def _named(known: Known, words: Sequence[str]) -> list[Reading]:
    """Return what names in full among the words mean, and what names mean that begin so, unless those are shorter."""
    whole = next(_spans_named(known, words), None)
    begun = next(_spans_begun(known, words), None)
    if whole is not None and begun is not None and len(begun[1]) > len(whole[1]):
        begun = None
    return [one for one in (whole, begun) if one is not None]


def _corrected(known: Known, words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the words with one of them, as it is spelt in a name, in place of a slip."""
    for place, word in enumerate(words):
        for right, _ in near(known.store.gazetteer.spellings, fold(word))[:1]:
            yield (*words[:place], right, *words[place + 1 :])


def _spans_named(known: Known, words: Sequence[str]) -> Iterator[Reading]:
    """Yield the entities named in full by some of the words, the longest names first."""
    for length in range(min(len(words), WORDS_OF_NAME), 0, -1):
        for start in range(len(words) - length + 1):
            found = known.store.gazetteer.named([" ".join(words[start : start + length])])
            if found:
                yield found, (*words[:start], *words[start + length :])


def _spans_begun(known: Known, words: Sequence[str]) -> Iterator[Reading]:
    """Yield the entities whose name begins with the last words, or else with the first ones, the longest first."""
    for length in range(min(len(words), WORDS_OF_NAME), 0, -1):
        for span, rest in ((words[-length:], words[:-length]), (words[:length], words[length:])):
            found = _begun(known, " ".join(span), QUESTIONED)
            if found:
                yield found, rest


def _lemmas(known: Known, word: str) -> list[str]:
    return [known.lemma(word, language) for language in known.lexicon.languages]


def _told_of(known: Known) -> list[str]:
    """Return a few entities that the most telling attributes are known of."""
    found: dict[str, None] = {}
    for attribute in sorted(known.lexicon.attributes, key=known.rank):
        found.update(dict.fromkeys(fact.subject for fact in known.store.facts_of(attribute, limit=QUESTIONED)))
        if len(found) >= QUESTIONED:
            break
    return list(found)[:QUESTIONED]


def _asked(known: Known, entity: Entity, wanted: Mapping[str, int]) -> tuple[bool, list[Gap]]:
    """Return whether wanted attributes of an entity are known, and what to ask for: those, else the most telling."""
    given = known.gives(entity.id, most=50)
    named = sorted((one for one in given if one in wanted), key=lambda one: -wanted[one])
    return bool(named), [Gap(entity, one) for one in (named or given)[:ASKED_OF_EACH]]


def _in_turn(rows: Sequence[list[Gap]]) -> Iterator[Gap]:
    """Yield the first of each entity, then all: whoever types sees which entities there are."""
    yield from (row[0] for row in rows if row)
    yield from chain.from_iterable(rows)


def _meant(known: Known, typed: str) -> list[str]:
    """Return entities by name: those that begin so, then those with a word that does, then those a slip hides."""
    gazetteer = known.store.gazetteer
    found = dict.fromkeys(_begun(known, typed))
    last = fold(typed[:LONGEST_TYPED]).split()[-1:]
    for word in last:
        if len(found) < MOST and len(word) > 1:
            names = iter(gazetteer.with_word_beginning(word, LOOKED_AT))
            while len(found) < MOST and (some := list(islice(names, MOST))):
                found |= dict.fromkeys(gazetteer.named(some))
        if len(found) < FEW:
            for right, _ in near(gazetteer.spellings, word):
                corrected = typed[: len(typed) - len(word)] + right
                found |= dict.fromkeys((*_begun(known, corrected), *gazetteer.named(gazetteer.with_word(right, MOST))))
    return list(found)[:MOST]


def _begun(known: Known, typed: str, most: int = MOST) -> list[str]:
    """Return the first entities one of whose names begins so: exact ones first, then the shortest."""
    key = squeeze(typed[:LONGEST_TYPED])
    if not key:
        return []
    pairs = sorted(known.store.gazetteer.beginning(key, LOOKED_AT), key=lambda pair: (len(pair[0]), pair[0]))
    return list(islice(dict.fromkeys(entity for _, entity in pairs), most))
