"""What a claim cannot be sure of for the words around it: a count of other things, an insertion, a version elsewhere.

Each doubt is a refusal: the claim waits for review, or is dropped where it is surely of something else.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import span_of
from facts.extracting.mention import Mention
from facts.extracting.noun_phrases import Shape
from facts.extracting.voice import CONJUNCTIONS, HAVE
from facts.lexicon import Lexicon
from facts.models import ValueKind
from facts.terms import fold

MODEL, ORGANISATION, PLACE, EVENT = "model", "organisation", "place", "event"
HEAD = "head"  # the attribute that holds for as long as somebody leads, where the vocabulary has it
IMPERFECT = ("ait", "aient")
MOST_ADJECTIVES = 2  # between a count and the name of what it counts: "4,212 new electric Corsas"
OF = frozenset({"of", "de", "d'", "d"})
FROM = frozenset({"from", "de", "depuis"})
SINCE = OF | FROM | {"partir"}
APOSTROPHES = frozenset({"'", "’"})
PAST_REACH = 2  # tokens before a verb in which "once" is its own
GIVEN = ("speech", "role", "table", "list", "place", "open")  # read by rules that look at their words themselves


class Doubting:
    """Weighs the drafts of sentences in one language."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.lexicon, self.fitting = lexicon, fitting
        classes = lexicon.languages[language].classes
        self.naming, self.past, self.them, self.old = (
            frozenset(map(fold, classes.get(name, ())))
            for name in ("naming_participles", "past_adverbs", "pronouns_counted", "bygone_adjectives")
        )

    def settled(self, clause: Clause, discourse: Discourse, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield drafts as sure as they can be, without those that are surely of something else."""
        for draft in drafts:
            if draft.pattern.startswith(GIVEN):
                yield draft
                continue
            value = next((one for one in clause.arguments if span_of(clause, one) == draft.at), None)
            if value is not None and draft.value.kind is ValueKind.COUNT:
                counted = _counted(clause, discourse, value, self.them)
                is_place = discourse.is_a(draft.subject, PLACE)  # a plant that builds 400 Corsas has built as many
                if counted is not None and draft.subject not in counted and not is_place:
                    yield from self._of_counted(discourse, draft, counted)
                    continue
            if _is_counted_firm(clause, discourse, draft):
                continue  # "49 Jaguars": cars, not their maker
            reason = self._reason(clause, discourse, draft, value)
            reason = reason or ("series" if _is_stray(clause, discourse, draft, drafts) else "")
            yield replace(draft, pattern=f"doubtful.{reason}/{draft.pattern.split('/')[-1]}") if reason else draft

    def _of_counted(self, discourse: Discourse, draft: Draft, counted: Sequence[str]) -> Iterator[Draft]:
        """Yield the claim of the one model that a count counts: "Opel sold 400 Corsas" tells the sales of the Corsa."""
        attribute = self.lexicon.attributes[draft.attribute]
        if len(counted) == 1 and self.fitting.is_kind(attribute.of, discourse.kind_of(counted[0])):
            yield replace(draft, subject=counted[0], pattern="counted/name")

    def _reason(self, clause: Clause, discourse: Discourse, draft: Draft, value: Argument | None) -> str:
        """Name what is doubtful of a claim, "" if nothing is."""
        subject = _nearest(clause, draft)
        is_once = bool(self.past & set(_words(clause, draft.anchor - PAST_REACH, draft.anchor)))
        is_old = subject is not None and discourse.is_a(draft.subject, MODEL) and self._is_old(clause, subject)
        if is_once or is_old or (draft.attribute == HEAD and _is_over(clause, draft)):
            return "past"
        if subject is not None and self._is_named_other(clause, subject):
            return "named"
        if subject is not None and (_is_measured(subject) or _is_version_of_unknown(discourse, subject, draft.subject)):
            return "version"
        if subject is not None and draft.pattern.startswith("frame") and _is_plural_owner(clause, subject):
            return "owner"
        if value is None:
            return ""
        if self._is_span(clause, draft, value):
            return "span"
        if _is_inserted(clause, draft, value):
            return "inserted"
        return "version" if _is_narrowed_elsewhere(clause, draft, value) else ""

    def _is_old(self, clause: Clause, subject: Mention) -> bool:
        """Whether an earlier car of the same name is meant: "the old iX3"."""
        return not self.old.isdisjoint(_words(clause, subject.phrase.first - 1, subject.phrase.last))

    def _is_span(self, clause: Clause, draft: Draft, value: Argument) -> bool:
        """Whether a date tells how long something went on, not when it began: "was offered from 1993 to 1997"."""
        if draft.value.kind is not ValueKind.DATE or "/" not in (draft.value.date or ""):
            return False
        is_event = EVENT in self.lexicon.attributes[draft.attribute].of
        return not is_event and bool(set(_words(clause, value.first - 1, value.first)) & FROM)

    def _is_named_other(self, clause: Clause, subject: Mention) -> bool:
        """Whether a description is given a name of its own: "the newcomer, called Polar, has"."""
        place = subject.phrase.last
        place += "," in _words(clause, place, place + 1)
        named = clause.covering.get(place + 1)
        is_called = bool(set(_words(clause, place, place + 1)) & self.naming)
        is_same = named is not None and named.entities == subject.entities
        is_name = any(token.is_capital for token in clause.sentence.tokens[place + 1 : place + 2])
        return subject.phrase.shape is Shape.DESCRIPTION and is_called and is_name and not is_same


def _is_over(clause: Clause, draft: Draft) -> bool:
    """Whether a verb right before its object tells of what went on once: "led Ford", "dirigeait Opel", "a dirigé"."""
    sentence, place = clause.sentence, draft.anchor
    behind, helper = clause.covering.get(place + 1), clause.helper(place)
    if behind is None or draft.subject not in behind.entities:
        return False
    word, lemma = sentence.tokens[place].folded, sentence.lemmas[place]
    if sentence.language == "fr":
        return helper in HAVE or word.endswith(IMPERFECT)
    return not helper and word != lemma and not word.endswith(("s", "ing"))


def narrowing(clause: Clause, draft: Draft) -> Mapping[str, str]:
    """Return the version that a claim holds for, where the mention of its subject that stands nearest tells one."""
    mention = _nearest(clause, draft)
    return {"version": mention.version} if mention is not None and mention.version else {}


def _nearest(clause: Clause, draft: Draft) -> Mention | None:
    """Return the last mention of a claim's subject before the end of its value, else the first behind."""
    tokens = clause.sentence.tokens
    mentions = [mention for mention in clause.mentions if draft.subject in mention.entities]
    before = [mention for mention in mentions if tokens[mention.phrase.first].start < draft.at[1]]
    return before[-1] if before else next(iter(mentions), None)


def _is_narrowed_elsewhere(clause: Clause, draft: Draft, value: Argument) -> bool:
    """Whether the version that narrows a claim stands in another clause than the value and its cue."""
    mention = _nearest(clause, draft)
    if mention is None or not mention.version or draft.qualifiers:
        return False
    last = max(value.first, draft.anchor)
    if mention.phrase.first >= last:
        is_far = clause.clause_end(last) <= mention.phrase.first
        return is_far or any(word == "," for word in _words(clause, last, mention.phrase.first))
    return False


def _counted(clause: Clause, discourse: Discourse, value: Argument, them: Set[str]) -> Sequence[str] | None:
    """Return the models that a count counts by their name behind it, "400 Corsas", "400 units of the Corsa"; none known
    for "400,000 of them".
    """
    place = value.last
    words = _words(clause, place, place + 2)
    if len(words) > 1 and words[0] in OF and words[1] in them:
        return ()
    if units := _of_which(clause, discourse, place):
        return units
    for _ in range(MOST_ADJECTIVES + 1):
        found = clause.covering.get(place)
        if found is not None:
            is_name = found.mention is not None and found.mention.phrase.shape is Shape.NAME
            models = tuple(one for one in found.entities if discourse.is_a(one, MODEL))
            is_open = is_name and not models and _is_unknown_name(clause, found.last)  # "31,400 Ford Pumas"
            return models if is_open or (is_name and models) else None
        if _is_unknown_name(clause, place):
            return ()
        if not _is_adjective(clause, place):
            return None
        place += 1
    return None


def _of_which(clause: Clause, discourse: Discourse, place: int) -> tuple[str, ...]:
    """Return the models behind "of the", "units of the", "exemplaires numérotés de la"."""
    tokens = clause.sentence.tokens
    for behind in range(place, min(place + 1 + MOST_ADJECTIVES, len(tokens))):
        if behind > place and (behind - 1 in clause.covering or not tokens[behind - 1].is_word):
            return ()
        found = clause.covering.get(behind + 1)
        if tokens[behind].folded.rstrip("'") in OF and found is not None and found.mention is not None:
            is_name = found.mention.phrase.shape is Shape.NAME
            return tuple(one for one in found.entities if is_name and discourse.is_a(one, MODEL))
    return ()


def _is_unknown_name(clause: Clause, place: int) -> bool:
    """Whether a name that was not understood ends a noun phrase at a token: "400 Pumas in", no "400 Czech cars"."""
    tokens = clause.sentence.tokens
    if place >= len(tokens) or place in clause.covering or not (tokens[place].is_word and tokens[place].is_capital):
        return False
    return not _is_adjective(clause, place + 1)


def _is_adjective(clause: Clause, place: int) -> bool:
    """Whether a token may stand inside a noun phrase."""
    sentence, grammar = clause.sentence, clause.grammar
    if place >= len(sentence.tokens) or sentence.tokens[place].kind not in ("word", "mixed"):
        return False
    is_function = sentence.tokens[place].folded in grammar.functions
    return not (is_function or grammar.is_verb(sentence, place) or grammar.is_preposition(sentence, place))


def _is_counted_firm(clause: Clause, discourse: Discourse, draft: Draft) -> bool:
    """Whether a claim's subject is a firm only by a name that is counted: "only 49 Jaguars were registered"."""
    if not discourse.is_a(draft.subject, ORGANISATION):
        return False
    named = [one for one in clause.arguments if draft.subject in one.entities]
    numbers = [clause.ending.get(one.first) for one in named]
    return bool(named) and all(
        one is not None and one.value is not None and one.value.value.kind is ValueKind.COUNT for one in numbers
    )


def _is_inserted(clause: Clause, draft: Draft, value: Argument) -> bool:
    """Whether a value stands between commas behind "and", and so goes with what follows: "and, from 2011, the Adam"."""
    tokens, place = clause.sentence.tokens, value.first - 1
    while place > 0 and (
        clause.grammar.is_preposition(clause.sentence, place)
        or clause.grammar.is_light(clause.sentence, place)
        or tokens[place].folded in clause.grammar.definite
        or tokens[place].folded in SINCE
    ):
        place -= 1
    is_opened = place > 0 and tokens[place].text == "," and tokens[place - 1].folded in CONJUNCTIONS
    is_closed = "," in _words(clause, value.last, value.last + 4)
    is_behind = any(one.first >= value.last for one in clause.arguments if draft.subject in one.entities)
    return is_opened and is_closed and not is_behind


def _is_measured(subject: Mention) -> bool:
    """Whether a measure before a name tells one of its versions: "the 4-tonne Master"."""
    return subject.phrase.shape is Shape.NAME and any(trait[:1].isdigit() for trait in subject.phrase.traits)


def _is_version_of_unknown(discourse: Discourse, subject: Mention, entity: str) -> bool:
    """Whether "the cheapest version" was taken for a version of what may be one itself: "the Pro", of no known make."""
    is_bare = subject.version is not None and not discourse.entities[entity].brand
    return is_bare and any(one.brand for one in discourse.entities.values() if discourse.is_a(one.id, MODEL))


def _is_stray(clause: Clause, discourse: Discourse, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether one of a series of versions only happens to be called like another car: "the Basic is £9, the Ka"."""
    subject, entity = _nearest(clause, draft), discourse.entities[draft.subject]
    if (
        subject is None
        or not entity.brand
        or entity.parent
        or subject.phrase.last - subject.phrase.first > MOST_ADJECTIVES
    ):
        return False
    others = {one.subject for one in drafts if one.attribute == draft.attribute} - {draft.subject}
    cars = [one for one in others if discourse.is_a(one, MODEL)]
    return bool(cars) and not any(discourse.entities[one].brand for one in cars)


def _is_plural_owner(clause: Clause, subject: Mention) -> bool:
    """Whether a name in the plural owns the noun behind it: "took charge of Volvo Cars' design"."""
    tokens, last = clause.sentence.tokens, subject.phrase.last
    if last + 1 >= len(tokens) or not tokens[last - 1].folded.endswith("s") or tokens[last].text not in APOSTROPHES:
        return False
    return clause.sentence.touches(last) and not clause.sentence.touches(last + 1) and tokens[last + 1].kind == "word"


def _words(clause: Clause, first: int, last: int) -> list[str]:
    return [token.folded for token in clause.sentence.tokens[max(0, first) : max(0, last)]]
