"""The one door to understanding: a question in, a Query out. Everything that a store's questions need is built once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from bot.models import Intent, Match, Mention, Query
from bot.models.asked import Asked
from bot.understanding.amounts import find_amounts
from bot.understanding.antecedents import candidates, points_by_noun, together
from bot.understanding.asked import AskedReader
from bot.understanding.borrowing import borrow
from bot.understanding.clause_words import ClauseWords
from bot.understanding.composing import OPEN_ENDED, compose
from bot.understanding.conversations import Turn
from bot.understanding.correcting import Corrector
from bot.understanding.dialogue import filled_in, taken_up
from bot.understanding.draft import CuePiece, Draft, take_apart
from bot.understanding.focus import ASKING
from bot.understanding.framing import set_aside
from bot.understanding.joining import joined, parts_of
from bot.understanding.language import language_of
from bot.understanding.linking import Linker
from bot.understanding.names import NameIndex
from bot.understanding.resolving import Resolver
from bot.understanding.sets import left_out_of
from bot.understanding.siblings import take_sibling
from bot.understanding.tag_questions import without_tag_question
from bot.understanding.units import UnitIndex
from bot.understanding.vocabulary import Role, Vocabularies
from bot.understanding.words import cut, words_of_question
from facts.lexicon import Lexicon
from facts.reading import Glossaries, Glossary, ValueReader
from facts.store.reader import FactStore

PLAIN = 9  # where every word of it is understood, and a noun names the attribute
SHORT = 5  # words of a question that may ask for an attribute of nothing: "what's the price?"
SIZED = ("volume", "energy", "length", "distance")  # dimensions of what is big or small
DEFINITE = ("the", "this", "le", "la", "l'", "cet", "cette", "ce")
OF_DOMAIN = ("domain_nouns", "domain_words")
FEWEST_SAID = 2  # words of what somebody is asked for by: "who complained about noise"
OF_SETS = (Intent.REVERSE, Intent.COUNT, Intent.FILTER, Intent.SUPERLATIVE)
NEEDS_NO_SUBJECT = (Intent.ABOUT_BOT, Intent.SOURCE)


class Understanding:
    """Reads questions about the contents of one store."""

    def __init__(self, store: FactStore) -> None:
        lexicon = self._lexicon = store.lexicon
        self._lemmas = store.lemmas
        self._vocabularies = Vocabularies(lexicon)
        self._readers = lru_cache(maxsize=None)(partial(_reader, lexicon))
        self._names = NameIndex(store)
        self._linker = Linker(self._names, self._lemmas)
        self._resolver = Resolver(store)
        self._units = UnitIndex(lexicon)
        self._asked = lru_cache(maxsize=None)(self._asked_reader)
        self._corrector = Corrector(self._vocabularies, self._lemmas)

    def read(self, text: str, turn: Turn | None = None) -> Query:
        """Return what a question asks for; `turn` is what was asked and answered just before, by the same person."""
        draft = self._draft(text, turn)
        if not draft.words:
            return Query(text, draft.language, Intent.CHATTER)
        parts = parts_of(draft)
        if both := self._read_apart(parts, draft, turn):
            return both
        if turn is not None and (resumed := taken_up(draft, turn, self._resolver)):
            return resumed
        query = compose(draft, self._resolver, self._units)
        if turn is not None:
            query = filled_in(query, draft, turn, self._resolver)
        if parts and query.intent is Intent.LOOKUP:
            query = replace(query, intent=Intent.OPEN)  # one value would answer but half of it
        if not _points_at_nothing(query, draft):  # else no text can say what is meant
            query = replace(query, statement=cache(partial(self._read_statement, draft, _inherited(query))))
        if not _is_about_nothing(query, draft):
            return _without(query, draft, self._resolver)
        told = _is_of_document(draft) or self._resolver.are_told(query.words)
        told = told and query.intent is not Intent.ABOUT_BOT
        kept = query.intent if query.intent in OPEN_ENDED else Intent.OPEN
        intent = kept if told else Intent.CHATTER
        return replace(query, intent=intent, unknown=(), is_of_domain=_is_of_domain(draft))

    def _read_statement(self, draft: Draft, inherited: tuple[str, ...]) -> Asked | None:
        return self._asked(draft.language).read(draft, inherited)

    def _asked_reader(self, language: str) -> AskedReader:
        return AskedReader(ClauseWords(self._lexicon, self._vocabularies[language]))

    def _read_apart(self, parts: Sequence[str], draft: Draft, turn: Turn | None) -> Query | None:
        """Read two questions in one message each by itself; None where they do not go together."""
        queries: list[Query] = []
        for part in parts:
            turn_of_part = None if queries else turn  # the second goes on with the first
            alone = self._draft(part, turn_of_part, language=draft.language)
            query = compose(alone, self._resolver, self._units)
            queries.append(filled_in(query, alone, turn_of_part, self._resolver) if turn_of_part else query)
        both = joined(queries, self._resolver) if queries else None
        return replace(both, text=draft.text) if both else None

    def _is_sized(self, attribute: str) -> bool:
        """Whether what was asked about is something big or small."""
        return self._resolver.attribute(attribute).dimension in SIZED

    def _draft(self, text: str, turn: Turn | None, *, language: str | None = None) -> Draft:
        tokens = cut(text)
        language = language or language_of(tokens, self._vocabularies, turn.query.language if turn else None)
        vocabulary = self._vocabularies[language]
        words = words_of_question(tokens, vocabulary, self._lemmas)
        words, confirms = without_tag_question(text, words, vocabulary)
        names = self._linker.link(words, vocabulary.knows)
        sure = [name for name in names if not name.is_weak]  # a word that nobody knows may be a slip of another kind
        words, notes = self._corrector.correct(words, vocabulary, sure)
        if notes:
            names = self._linker.link(words, vocabulary.knows)
        draft = take_apart(text, words, vocabulary, names)
        borrow(draft, self._vocabularies, self._lemmas)
        set_aside(draft, self._resolver)
        draft.notes.extend(notes)
        draft.confirms = confirms
        if turn is not None:
            draft.context = _keys(candidates(turn, self._resolver))
            draft.company = _keys(together(turn))
            draft.topic = turn.query.attributes
            draft.sized = next((one for one in draft.topic if self._is_sized(one)), None)
            take_sibling(draft, self._resolver)
        draft.amounts = find_amounts(draft, self._readers) if words else []
        draft.cues = [cue for cue in draft.cues if not _is_inside_amount(cue, draft)]  # "30 grand" is no size
        return draft


def _points_at_nothing(query: Query, draft: Draft) -> bool:
    """Whether "that platform" or "they" in a short question has nothing that it could mean."""
    points = points_by_noun(draft) or (draft.has_tag("it", "them", "other") and draft.length <= SHORT)
    return points and not query.subjects and query.speaker is None


def _inherited(query: Query) -> tuple[str, ...]:
    """Return what the turn before lent this one: what a pronoun means."""
    return tuple(key for m in query.subjects if m.match is Match.INHERITED for key in m.entities)


def _reader(lexicon: Lexicon, language: str) -> ValueReader:
    return Glossaries({language: Glossary(lexicon, language)}).plain(language)


def _without(query: Query, draft: Draft, resolver: Resolver) -> Query:
    """Return the query of a set without what it leaves out; no other question has anything to leave out."""
    if not draft.left_out:
        return query
    if query.intent in OF_SETS or query.inverse:
        return replace(query, subjects=(*query.subjects, *left_out_of(draft, resolver)))
    return replace(query, unknown=(*query.unknown, *(name.mention.text for name in draft.left_out)))


def _is_inside_amount(cue: CuePiece, draft: Draft) -> bool:
    degrees = cue.has(Role.LOW, Role.HIGH) and not cue.has_noun
    return degrees and any(amount.first < cue.first and cue.last <= amount.last for amount in draft.amounts)


def _is_about_nothing(query: Query, draft: Draft) -> bool:
    """Whether a question names nothing that the documents could tell of; a word it shares with them is not enough."""
    if query.intent in NEEDS_NO_SUBJECT or query.subjects or query.speaker or query.brand:
        return False
    if _is_plain_check(query, draft) or (query.intent is Intent.WHO_SAID and len(query.words) >= FEWEST_SAID):
        return False
    if query.conditions or query.ordering:
        return query.set_kind is None or bool(query.unknown)
    longest = PLAIN if _has_noun(query, draft) else SHORT
    return query.intent not in (Intent.LOOKUP, Intent.REVERSE) or bool(query.unknown) or draft.length > longest


def _is_of_document(draft: Draft) -> bool:
    """Whether a question is about the documents themselves: "who conducted the interview"."""
    asks = draft.has_tag(*ASKING) or draft.has_question_mark
    nouns = (p for p in range(1, len(draft.words)) if draft.is_in_class("document_nouns", p))
    return asks and any(draft.words[p - 1].folded in DEFINITE for p in nouns)


def _is_of_domain(draft: Draft) -> bool:
    """Whether something is asked of what the domain is about, and not of the speaker's own: "which calipers fail?"."""
    if not (draft.has_tag(*ASKING) or draft.has_question_mark):
        return False
    nouns = [p for p in range(len(draft.words)) if draft.is_in_any(OF_DOMAIN, p)]
    return any(p == 0 or not draft.is_in_class("own_words", p - 1) for p in nouns)


def _is_plain_check(query: Query, draft: Draft) -> bool:
    """Whether something of a car is asked of nothing in particular: "is there a frunk?"."""
    return query.intent is Intent.CHECK and _has_noun(query, draft) and not query.unknown and draft.length <= PLAIN


def _has_noun(query: Query, draft: Draft) -> bool:
    """Whether a noun says which attribute is asked about; words of it that mean it elsewhere too do not."""
    asked = set(query.attributes)
    return any(not cue.is_weak and asked & cue.attributes(Role.NOUN) for cue in draft.cues)


def _keys(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for mention in mentions for key in mention.entities))
