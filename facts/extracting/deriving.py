"""Facts without a verb of their own: "a derivative of X", and "which is the case with X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import GENERIC, Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framing import span_of
from facts.extracting.noun_phrases import Determiner
from facts.extracting.voice import BE
from facts.lexicon import Lexicon
from facts.models import ValueKind
from facts.phrases import PhraseIndex, words_of

OF = frozenset({"of", "from", "on", "de", "du", "d'"})
DERIVED = "parent_model"  # the attribute that derivative nouns state, where the vocabulary has it


class Deriving:
    """Matches derivative nouns and comparisons of case in one language."""

    def __init__(self, lexicon: Lexicon, language: str, fitting: Fitting) -> None:
        classes = lexicon.languages[language].classes
        self.fitting = fitting
        self.attribute = lexicon.attributes.get(DERIVED)
        self.of_entities = [
            a for a in lexicon.attributes.values() if a.value is ValueKind.ENTITY and a.id == "platform"
        ]
        self.nouns = frozenset(word for noun in classes.get("derivative_nouns", ()) for word in words_of(noun)[-1:])
        self.cases: PhraseIndex[str] = PhraseIndex()
        for phrase in classes.get("same_case", ()):
            self.cases.add(words_of(phrase), phrase)

    def derivatives(self, clause: Clause, discourse: Discourse) -> Iterator[Draft]:
        """Yield what "a derivative of the X" says of the thing that it introduces."""
        tokens = clause.sentence.tokens
        for argument in clause.arguments:
            mention = argument.mention
            if self.attribute is None or mention is None or not argument.entities or argument.last >= len(tokens):
                continue
            if clause.sentence.lemmas[argument.last - 1] not in self.nouns or tokens[argument.last].folded not in OF:
                continue
            if self._points_back(clause, argument):
                continue
            source = clause.covering.get(argument.last + 1)
            if source is None or len(source.entities) != 1:
                continue
            for value in self.fitting.values(self.attribute, source, discourse):
                for entity in self.fitting.subjects(self.attribute, argument, discourse):
                    if entity != value.entity:
                        pattern = f"derived.of/{mention.how}"
                        yield Draft(entity, DERIVED, value, span_of(clause, source), argument.first, pattern)

    @staticmethod
    def _points_back(clause: Clause, argument: Argument) -> bool:
        """Whether "the production version of the X" is a version of X itself, not what was spoken of before."""
        is_definite = argument.mention is not None and argument.mention.phrase.determiner is Determiner.DEFINITE
        before = argument.first - 1
        is_linked = before >= 0 and (clause.sentence.tokens[before].text == "," or clause.sentence.lemmas[before] in BE)
        return is_definite and not is_linked

    def compounds(self, clause: Clause, discourse: Discourse) -> Iterator[Draft]:
        """Yield what "the Twingo AMPR Small platform" says of the Twingo."""
        for argument in clause.arguments:
            owner = argument.mention.phrase.owner if argument.mention else None
            if owner is None:
                continue
            for attribute in self.of_entities:
                if self.fitting.is_kind(attribute.of, discourse.kind_of(owner)):
                    for value in self.fitting.values(attribute, argument, discourse):
                        if self.fitting.is_kind(attribute.kinds[:1], discourse.kind_of(value.entity or "")):
                            yield Draft(
                                owner, attribute.id, value, span_of(clause, argument), argument.first, "compound/name"
                            )
                            break

    def same_case(self, clause: Clause, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield, for "cars made in China, which is the case with X", what was said of the cars, said of X."""
        for hit in self.cases.find_longest([token.folded for token in clause.sentence.tokens]):
            owner = clause.covering.get(hit.end)
            generic = [draft for draft in drafts if draft.subject == GENERIC and draft.anchor < hit.start]
            if owner is None or not generic:
                continue
            last = max(generic, key=lambda draft: draft.anchor)
            for entity in owner.entities:
                yield replace(last, subject=entity, pattern="same.case/" + (owner.mention.how if owner.mention else ""))
