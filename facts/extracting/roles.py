"""Who holds which office: "Luca de Meo, CEO of Renault", "finance chief Duncan Minto", "its boss, Ivan Espinosa"."""

from collections.abc import Iterator
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft, entity_value
from facts.extracting.framing import span_of
from facts.lexicon import Lexicon
from facts.models import Value, ValueKind
from facts.phrases import PhraseIndex, words_of

OF = frozenset({"of", "at", "de", "du", "d", "for", "chez", "des"})
LONGEST_ROLE = 12  # tokens of "chief executive officer of the electric and software arm"


@dataclass(frozen=True, slots=True)
class _Role:
    """A role noun at tokens [first, last), extended to the organisation it is held in."""

    first: int
    last: int
    organisation: Argument | None
    is_head: bool


class Roles:
    """Finds people with their roles."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        classes = lexicon.languages[language].classes
        self.roles: PhraseIndex[bool] = PhraseIndex()
        head = lexicon.attributes.get("head")
        leading = {tuple(noun) for noun in head.wording[language].nouns} if head and language in head.wording else set()
        for role in classes.get("role_nouns", ()):
            self.roles.add(words_of(role), words_of(role) in leading)
        for role_words in leading:
            self.roles.add(role_words, payload=True)

    def drafts(self, clause: Clause, discourse: Discourse, number: int) -> Iterator[Draft]:
        """Yield the role facts of a sentence: the person's role, and who heads the organisation."""
        sentence = clause.sentence
        for hit in self.roles.find_longest(sentence.lemmas):
            if hit.end < len(sentence.tokens) and sentence.tokens[hit.end].kind == "clitic":
                continue  # "the CMO's delegate"
            if sentence.tokens[hit.end - 1].folded == sentence.lemmas[hit.end - 1] + "s":
                continue  # "dealers" hold no office
            role = self._extended(clause, hit.start, hit.end, is_head=any(hit.payloads))
            person = self._person(clause, discourse, role)
            if person is None:
                continue
            holder = person.entities[0]
            organisation = self._organisation(clause, discourse, number, role)
            span = sentence.tokens[role.first].start, sentence.tokens[role.last - 1].end
            text = " ".join(sentence.text[slice(*span)].split())
            pattern = "role.apposition/" + (person.mention.how if person.mention else "")
            yield Draft(holder, "role", Value(text, ValueKind.TEXT), span, hit.start, pattern)
            if organisation and role.is_head and organisation != holder:
                name = discourse.entities[holder].name
                at = span_of(clause, person)
                yield Draft(organisation, "head", entity_value(holder, name), at, hit.start, pattern)
            elif role.is_head and role.organisation is None and role.first == hit.start:
                yield from self._of_topic(clause, discourse, person, hit.start)

    @staticmethod
    def _of_topic(clause: Clause, discourse: Discourse, person: Argument, place: int) -> Iterator[Draft]:
        """Yield whom "chief executive X" may head: what the text is about."""
        organisation = discourse.topic(clause.sentence.passage, ("organisation",))
        before = clause.sentence.tokens[place - 1].folded if place else ""
        is_other = before and before not in clause.grammar.definite and clause.sentence.tokens[place - 1].is_word
        if organisation and not is_other:
            (holder,) = person.entities
            value = entity_value(holder, discourse.entities[holder].name)
            link = "document" if organisation.safe else "topic"
            yield Draft(organisation.entity, "head", value, span_of(clause, person), place, f"role.head/{link}")

    @staticmethod
    def _extended(clause: Clause, first: int, last: int, *, is_head: bool) -> _Role:
        """Take in "of ORGANISATION" behind a role, or the organisation before it ("Jefferies analyst")."""
        tokens = clause.sentence.tokens
        if last < len(tokens) and tokens[last].folded.rstrip("'") in OF:
            for place in range(last + 1, min(last + 3, len(tokens))):
                behind = clause.covering.get(place)
                if behind is not None and behind.mention is not None:
                    return _Role(first, behind.last, behind, is_head)
        return _Role(first, last, clause.ending.get(first), is_head)

    def _person(self, clause: Clause, discourse: Discourse, role: _Role) -> Argument | None:
        """Return the person that a role belongs to: beside it, a comma or a form of "be" between."""
        tokens, lemmas = clause.sentence.tokens, clause.sentence.lemmas
        after = role.last + (tokens[role.last].text == "," if role.last < len(tokens) else 0)
        if (found := clause.covering.get(after)) and self._is_person(found, discourse):
            return found
        first = role.organisation.first if role.organisation and role.organisation.last <= role.first else role.first
        before = first - 1
        while before > 0 and (
            tokens[before].folded in clause.grammar.definite | clause.grammar.indefinite | clause.grammar.possessives
            or lemmas[before] in clause.grammar.auxiliaries
        ):
            before -= 1
        if before > 0 and tokens[before].text == ",":
            before -= 1
        left = clause.ending.get(before + 1)
        return left if left and self._is_person(left, discourse) and before + 1 <= first else None

    @staticmethod
    def _is_person(argument: Argument, discourse: Discourse) -> bool:
        return len(argument.entities) == 1 and discourse.is_a(argument.entities[0], "person")

    @staticmethod
    def _organisation(clause: Clause, discourse: Discourse, number: int, role: _Role) -> str | None:
        found = role.organisation
        holder = clause.covering.get(role.first)
        name = holder.mention.phrase.name if holder is not None and holder.mention is not None else None
        if found is None and name is not None and discourse.is_a(name, "organisation"):
            return name  # "Volvo boss"
        if found is not None and len(found.entities) == 1 and discourse.is_a(found.entities[0], "organisation"):
            return found.entities[0]
        if found is None and role.first and clause.sentence.tokens[role.first - 1].folded in clause.grammar.possessives:
            return discourse.centring.its(number, clause, role.first, ("organisation",))
        return None
