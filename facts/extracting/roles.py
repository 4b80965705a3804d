"""Who holds which office: "Luca de Meo, CEO of Renault", "finance chief Duncan Minto", "its boss, Ivan Espinosa".

What stands before the noun belongs to the office: a "former boss", a "sales boss" and a "European boss" head no firm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facts.extracting.arguments import Argument
from facts.extracting.clause import Clause
from facts.extracting.discourse import Discourse
from facts.extracting.draft import Draft, entity_value
from facts.extracting.framing import span_of
from facts.lexicon import Lexicon
from facts.models import Value, ValueKind
from facts.phrases import Hit, PhraseIndex, words_of
from facts.terms import fold

OF = frozenset({"of", "at", "de", "du", "d", "for", "chez", "des"})
LONGEST_OFFICE = 4  # words of "head of public and institutional affairs"
MOST_MODIFIERS = 5  # tokens before the noun: "former global design"


@dataclass(frozen=True, slots=True)
class _Role:
    """An office at tokens [first, last), with its noun, and the organisation it is held in."""

    first: int  # of the words that narrow it: "former", "European"
    noun: int
    last: int
    organisation: Argument | None
    is_head: bool


class Roles:
    """Finds people with their roles."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        classes = lexicon.languages[language].classes
        self.roles: PhraseIndex[bool] = PhraseIndex()
        head = lexicon.attributes.get("head")
        self.current = frozenset(map(fold, classes.get("office_adjectives", ())))
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
            role = self._extended(clause, discourse, hit, self._modifiers(clause, discourse, number, hit.start))
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

    def _modifiers(self, clause: Clause, discourse: Discourse, number: int, noun: int) -> list[int]:
        """Return the places of the words before a role noun that narrow the office, the last one first; what it is
        held in may stand among them: "Former Stellantis chief executive".
        """
        tokens, grammar, found = clause.sentence.tokens, clause.grammar, list[int]()
        named = {p for m in discourse.names.mentions[number] for p in range(m.first, m.last)}
        for place in range(noun - 1, max(-1, noun - 1 - MOST_MODIFIERS), -1):
            token = tokens[place]
            is_joint = token.text == "-" and clause.sentence.touches(place + 1)  # "ex-CEO"
            is_closed = token.folded in grammar.functions | grammar.adverbs or grammar.is_verb(clause.sentence, place)
            if place in named or is_joint:
                continue
            if token.kind != "word" or is_closed or place in clause.sentence.valued:
                break
            found.append(place)
        return found

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

    def _extended(self, clause: Clause, discourse: Discourse, hit: Hit[bool], modifiers: Sequence[int]) -> _Role:
        """Take in "of ORGANISATION" behind a role, or the organisation before it ("Jefferies analyst").

        Who heads "institutional affairs", "Citroën UK" or "Kia in Britain" heads no firm.
        """
        tokens, last = clause.sentence.tokens, hit.end
        first = min(modifiers, default=hit.start)
        is_head = any(hit.payloads) and all(tokens[p].folded in self.current for p in modifiers)
        if last == len(tokens) or tokens[last].folded.rstrip("'") not in OF:
            return _Role(first, hit.start, last, clause.ending.get(first), is_head)
        for place in range(last + 1, min(last + 3, len(tokens))):
            behind = clause.covering.get(place)
            if behind is not None and behind.mention is not None:
                end = _end_of_name(clause, behind.last)
                if (region := _region(clause, discourse, end)) is not None:
                    return _Role(first, hit.start, region.last, behind, is_head=False)
                return _Role(first, hit.start, end, behind, is_head and end == behind.last)
        return _Role(first, hit.start, _end_of_office(clause, last), None, is_head=False)

    def _person(self, clause: Clause, discourse: Discourse, role: _Role) -> Argument | None:
        """Return the person that a role belongs to: beside it, a comma or a form of "be" between.

        A name behind a comma comes first: "Andrea Carlucci, Vice President Product Strategy".
        """
        tokens = clause.sentence.tokens
        left, is_apposed = self._left(clause, role)
        if left is not None and is_apposed and self._may_be_person(clause, left, discourse):
            return left if self._is_person(clause, left, discourse) else None
        after = role.last + (tokens[role.last].text == "," if role.last < len(tokens) else 0)
        if (found := clause.covering.get(after)) and self._is_person(clause, found, discourse):
            return found
        return left if left is not None and self._is_person(clause, left, discourse) else None

    @staticmethod
    def _left(clause: Clause, role: _Role) -> tuple[Argument | None, bool]:
        """Return what stands before a role, an article or a form of "be" between, and whether a comma parts them."""
        tokens, lemmas, grammar = clause.sentence.tokens, clause.sentence.lemmas, clause.grammar
        first = role.organisation.first if role.organisation and role.organisation.last <= role.first else role.first
        before = first - 1
        while before > 0 and (
            tokens[before].folded in grammar.articles
            or tokens[before].folded in grammar.possessives
            or lemmas[before] in grammar.auxiliaries
        ):
            before -= 1
        is_apposed = before > 0 and tokens[before].text == ","
        return clause.ending.get(before + 1 - is_apposed), is_apposed

    @staticmethod
    def _may_be_person(clause: Clause, argument: Argument, discourse: Discourse) -> bool:
        """Whether a name is a person's, or of a kind that was left open: no place, no firm, nothing behind "in"."""
        is_name = argument.mention is not None and argument.mention.phrase.name is not None
        before = clause.sentence.tokens[argument.first - 1].folded if argument.first else ""
        is_other = any(discourse.is_a(one, "place", "organisation", "model") for one in argument.entities)
        return is_name and not is_other and before not in clause.grammar.prepositions

    @staticmethod
    def _is_person(clause: Clause, argument: Argument, discourse: Discourse) -> bool:
        """Whether an argument means one person; "HPE" and "the Chevron" are none, whatever stands beside them."""
        if len(argument.entities) != 1 or not discourse.is_a(argument.entities[0], "person"):
            return False
        has_article = (
            argument.first > 0 and clause.sentence.tokens[argument.first - 1].folded in clause.grammar.definite
        )
        is_acronym = argument.last - argument.first == 1 and clause.sentence.tokens[argument.first].text.isupper()
        return not (has_article or is_acronym)

    @staticmethod
    def _organisation(clause: Clause, discourse: Discourse, number: int, role: _Role) -> str | None:
        found = role.organisation
        holder = clause.covering.get(role.noun)
        name = holder.mention.phrase.name if holder is not None and holder.mention is not None else None
        if found is None and name is not None and discourse.is_a(name, "organisation"):
            return name  # "Volvo boss"
        if found is not None and len(found.entities) == 1 and discourse.is_a(found.entities[0], "organisation"):
            return found.entities[0]
        if found is None and role.first and clause.sentence.tokens[role.first - 1].folded in clause.grammar.possessives:
            return discourse.centring.its(number, clause, role.first, ("organisation",))
        return None


def _end_of_name(clause: Clause, last: int) -> int:
    """Return where a name ends that goes on in capitals: "Citroën UK", "Volkswagen Group Components"."""
    tokens = clause.sentence.tokens
    while last < len(tokens) and tokens[last].is_word and tokens[last].is_capital:
        last += 1
    return last


def _region(clause: Clause, discourse: Discourse, last: int) -> Argument | None:
    """Return the part of the world that an office is held for only: "CEO of Kia in Europe"."""
    found = clause.covering.get(last + 1)
    is_behind = last < len(clause.sentence.tokens) and clause.grammar.is_preposition(clause.sentence, last)
    is_place = found is not None and any(discourse.is_a(one, "place") for one in found.entities)
    return found if is_behind and is_place else None


def _end_of_office(clause: Clause, first: int) -> int:
    """Return the end of what an office is for, in words: "head of institutional affairs"."""
    tokens, grammar = clause.sentence.tokens, clause.grammar
    last = first
    while last < len(tokens) and last - first < LONGEST_OFFICE and tokens[last].is_word:
        is_over = tokens[last].folded in grammar.prepositions or grammar.is_verb(clause.sentence, last)
        if last > first and is_over:
            break
        last += 1
    return last
