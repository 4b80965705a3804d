"""Facts from verbs: the vocabulary's frames matched against the clauses of a sentence, in whatever voice they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import GENERIC, Draft
from facts.extracting.fitting import Fitting
from facts.extracting.noun_phrases import Shape
from facts.extracting.subjects import IN
from facts.extracting.voice import BE, Voice
from facts.lexicon import Attribute, Frame, Lexicon, Slot
from facts.models import Value, ValueKind
from facts.phrases import Hit, PhraseIndex
from facts.terms import fold

DO = frozenset({"do", "faire"})
BY = frozenset({"by", "par"})
# What may go on behind "the Fabia is £19,730": not "down", "a month", "to insure", "more".
BEHIND_PRICE = frozenset({"in", "on", "for", "with", "without", "before", "after", "including", "excluding", "plus"})
NEAR = 3  # tokens beside a value in which a word may make it another attribute's
BARE_NUMBERS = frozenset({ValueKind.COUNT, ValueKind.SHARE})  # their verbs tell little: "reach", "fall to"
GUESSED = ("topic", "document")  # links of a subject that the text leaves out
GUESSED_WORDS = frozenset(f"frame.words/{link}" for link in GUESSED)
ELSEWHERE = frozenset({"said", "role"})  # attributes with a reader of their own
# Attributes whose value may be any clause; the words of others must hold a noun of theirs ("gets the bonus").
CLAUSES = frozenset({"reason", "objective", "requirement", "avoids", "tariff", "position", "named_after"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A frame made ready: "be" stripped from "S be priced @at V", which then only matches participles."""

    attribute: Attribute
    frame: Frame
    participle: bool
    sole: frozenset[Slot]  # what only one place of the frame can give of what every fact needs


class Framing:
    """Matches the frames of one language."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        self.fitting = fitting
        self.index: PhraseIndex[Entry] = PhraseIndex()
        self.articles = frozenset(map(fold, lexicon.languages[language].classes.get("articles", ())))
        for attribute in lexicon.attributes.values():
            if attribute.id in ELSEWHERE:
                continue
            for frame in attribute.wording[language].frames if language in attribute.wording else ():
                self._add(attribute, frame)

    def _add(self, attribute: Attribute, frame: Frame) -> None:
        verb, participle = frame.verb, False
        if len(verb) > 1 and set(verb[0]) & {"be", "etre"}:
            verb, participle = verb[1:], True
            frame = Frame(verb, None, frame.agent, frame.prepositions)
        prepositions = tuple((tuple(fold(p) for p in group), slot) for group, slot in frame.prepositions)
        places = [frame.agent, frame.patient, *(slot for _, slot in prepositions)]
        sole = frozenset(slot for slot in (Slot.SUBJECT, Slot.VALUE) if places.count(slot) == 1)
        entry = Entry(attribute, Frame(verb, frame.agent, frame.patient, prepositions), participle, sole)
        for words in product(*verb):
            folded = tuple(fold(word) for word in words)
            bare = tuple(word for word in folded if word not in self.articles)
            for phrase in dict.fromkeys((folded, bare)):  # "reach the showrooms", "reach showrooms"
                self.index.add(phrase, entry)

    def drafts(self, clause: Clause, discourse: Discourse) -> Iterator[Draft]:
        """Yield what the verbs of a sentence say. A bare number that two attributes claim is left to review."""
        found = list(self._drafts(clause, discourse))
        claims: dict[tuple[str, tuple[int, int]], set[str]] = {}
        for draft in found:
            claims.setdefault((draft.subject, draft.at), set()).add(draft.attribute)
        for draft in found:
            is_torn = draft.value.kind in BARE_NUMBERS and len(claims[draft.subject, draft.at]) > 1
            if draft.value.kind is ValueKind.COUNT and self._is_elsewhere(draft, found, discourse):
                continue  # "employs 8,000 people in Mirafiori": the plant's, not the company's
            link = draft.pattern.split("/")[-1]
            if not (is_torn and link in GUESSED):
                yield replace(draft, pattern=f"rival/{link}") if is_torn else draft

    def hits(self, clause: Clause) -> Iterator[Hit[Entry]]:
        """Yield the verbs of frames in a sentence."""
        yield from self.index.find(clause.sentence.lemmas)

    @staticmethod
    def _is_elsewhere(draft: Draft, found: Sequence[Draft], discourse: Discourse) -> bool:
        """Whether a count of an organisation is, by the same words, that of a place."""
        same = [d.subject for d in found if (d.attribute, d.at) == (draft.attribute, draft.at) and d.subject]
        if not draft.subject or discourse.is_a(draft.subject, "place"):
            return False
        return any(discourse.is_a(subject, "place") for subject in same)

    def _drafts(self, clause: Clause, discourse: Discourse) -> Iterator[Draft]:
        sentence = clause.sentence
        for hit in self.index.find(sentence.lemmas):
            if hit.start in clause.covering:
                continue
            is_verb = (
                clause.grammar.is_verb(sentence, hit.start) or self._is_doing(clause, hit) or _is_priced(clause, hit)
            )
            voice = clause.voice(hit.start) if is_verb else Voice.ACTIVE
            is_going = sentence.tokens[hit.start].folded.endswith("ing")
            # "is available from", "is part of"
            is_predicate = voice is Voice.ACTIVE and not is_going and clause.helper(hit.start) in BE
            if not (is_verb or is_predicate):
                continue
            voice = Voice.PASSIVE if is_predicate else voice
            for entry in hit.payloads:
                for draft in self._match(clause, discourse, entry, hit.start, hit.end, voice):
                    if draft.pattern in GUESSED_WORDS:
                        continue  # words that may be anything, of what may be anything
                    if not is_predicate or (entry.participle and _is_right_behind(clause, hit.end, draft.at[0])):
                        yield draft

    @staticmethod
    def _is_doing(clause: Clause, hit: Hit[Entry]) -> bool:
        """Whether "do" is the verb itself: "does 344 km"."""
        value = clause.right_behind(hit.end) if clause.sentence.lemmas[hit.start] in DO else None
        return value is not None and value.value is not None and value.value.dimension is not None

    def _match(
        self, clause: Clause, discourse: Discourse, entry: Entry, first: int, last: int, voice: Voice
    ) -> Iterator[Draft]:
        is_passive = voice in (Voice.PASSIVE, Voice.REDUCED)
        given = entry.frame.patient if is_passive and entry.frame.patient is not None else entry.frame.agent
        if given in entry.sole and clause.subject(first, voice) is None:
            return
        slots = self._slots(clause, entry, first, last, voice)
        subject, value = slots.get(Slot.SUBJECT), slots.get(Slot.VALUE)
        if subject is None or value is None or subject is value:
            return
        if voice is Voice.REDUCED and _is_inside(clause, subject):
            return  # "the share in China dropped": not China
        attribute = entry.attribute
        finite = voice in (Voice.ACTIVE, Voice.PASSIVE)
        is_alone = not finite or clause.is_of_last(first)
        for argument in [subject] if is_alone else clause.group_of_subject(subject):
            for entity in self.fitting.subjects(attribute, argument, discourse) or self._generic(attribute, argument):
                for found, at in self._values(clause, attribute, value, discourse):
                    if is_vetoed(clause, attribute, value):
                        continue
                    if found.entity != entity:
                        how = argument.mention.how if argument.mention else "none"
                        shape = "words" if attribute.value is ValueKind.TEXT else voice.value
                        shape = "where" if clause.is_where(first) else shape
                        yield Draft(entity, attribute.id, found, at, first, f"frame.{shape}/{how}")

    def _slots(self, clause: Clause, entry: Entry, first: int, last: int, voice: Voice) -> dict[Slot, Argument]:
        """Fill the places of a frame; places that stay empty are left out."""
        frame, found = entry.frame, {}
        is_passive = voice in (Voice.PASSIVE, Voice.REDUCED)
        if frame.patient is not None and is_passive:
            found[frame.patient] = clause.subject(first, voice)
            if frame.agent is not None:
                found[frame.agent] = clause.behind(last, tuple(BY))
        elif entry.participle:
            return {}
        else:
            if frame.agent is not None:
                found[frame.agent] = clause.subject(first, voice)
            if frame.patient is not None:
                is_words = frame.patient is Slot.VALUE and entry.attribute.value is ValueKind.TEXT
                found[frame.patient] = clause.words(last) if is_words else clause.object(last)
        for prepositions, slot in frame.prepositions:
            if slot is Slot.VALUE and entry.attribute.value is ValueKind.TEXT:
                found[slot] = clause.words_behind(last, prepositions)
            elif any(prepositions):
                found[slot] = clause.behind(last, prepositions)
            elif is_passive:
                found[slot] = clause.right_behind(last)
            else:
                thing = clause.object(last)
                found[slot] = clause.right_behind(thing.last) if thing is not None and thing.value is None else None
        return {slot: argument for slot, argument in found.items() if argument is not None}

    def _generic(self, attribute: Attribute, argument: Argument) -> list[str]:
        mention = argument.mention
        is_open = mention is not None and not mention.entities and mention.phrase.shape is Shape.DESCRIPTION
        return [GENERIC] if is_open and self.fitting.is_kind(attribute.of, mention.kind if mention else None) else []

    def _values(
        self, clause: Clause, attribute: Attribute, argument: Argument, discourse: Discourse
    ) -> Iterator[tuple[Value, tuple[int, int]]]:
        several = clause.group(argument) if attribute.many and attribute.value is not ValueKind.TEXT else [argument]
        for one in several:
            at = span_of(clause, one)
            if attribute.value is ValueKind.TEXT and one.mention is None and one.value is None:
                if attribute.id not in CLAUSES and not self._has_noun(clause, attribute, one):
                    continue
                yield Value(" ".join(clause.sentence.text[slice(*at)].split()), ValueKind.TEXT), at
            for value in self.fitting.values(attribute, one, discourse):
                yield value, at

    @staticmethod
    def _has_noun(clause: Clause, attribute: Attribute, words: Argument) -> bool:
        lemmas = clause.sentence.lemmas[words.first : words.last]
        nouns = attribute.wording[clause.sentence.language].nouns
        return any(lemmas[i : i + len(noun)] == noun for noun in nouns for i in range(len(lemmas)))


def _is_inside(clause: Clause, subject: Argument) -> bool:
    """Whether a noun phrase only tells where the thing before it is."""
    return subject.first > 1 and clause.sentence.tokens[subject.first - 1].folded in IN


def is_vetoed(clause: Clause, attribute: Attribute, value: Argument) -> bool:
    """Whether a word beside a value makes it another attribute's ("1,120 litres with the seats folded")."""
    sentence = clause.sentence
    first, last = value.first, value.last
    while first > max(0, value.first - NEAR) and sentence.tokens[first - 1].kind != "mark":
        first -= 1
    stop = min(len(sentence.tokens), value.last + NEAR)
    while last < stop and sentence.tokens[last].kind != "mark":
        last += 1
    window = sentence.lemmas[first:last]
    return any(holds(window, veto) for veto in attribute.wording[sentence.language].vetoes)


def holds(lemmas: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether a phrase stands in a run of lemmas."""
    if phrase[0] not in lemmas:
        return False
    size = len(phrase)
    if size == 1 or phrase[0] not in lemmas:
        return phrase[0] in lemmas
    return any(tuple(lemmas[i : i + size]) == tuple(phrase) for i in range(len(lemmas) - size + 1))


def _is_priced(clause: Clause, hit: Hit[Entry]) -> bool:
    """Whether "be" is the verb itself, a price and the end of what is said right behind it: "the Fabia is £19,730"."""
    sentence, grammar = clause.sentence, clause.grammar
    argument = clause.right_behind(hit.end) if hit.end - hit.start == 1 and sentence.lemmas[hit.start] in BE else None
    value = argument.value if argument is not None and not argument.is_difference else None
    if argument is None or value is None or value.value.kind is not ValueKind.MONEY:
        return False
    if argument.last >= len(sentence.tokens):
        return True
    behind = sentence.tokens[argument.last]
    return behind.kind == "mark" or behind.folded in grammar.conjunctions or behind.folded in BEHIND_PRICE


def _is_right_behind(clause: Clause, position: int, start: int) -> bool:
    """Whether only one preposition leads from a predicate to its value ("available from", never "with X for")."""
    tokens = clause.sentence.tokens
    between = [p for p in range(position, len(tokens)) if tokens[p].start < start]
    leading = [p for p in between if clause.grammar.is_preposition(clause.sentence, p)]
    return len([p for p in leading if tokens[p].folded not in clause.grammar.bounds]) <= 1


def span_of(clause: Clause, argument: Argument) -> tuple[int, int]:
    """Return the characters of the document that an argument covers."""
    tokens = clause.sentence.tokens
    return tokens[argument.first].start, tokens[argument.last - 1].end
