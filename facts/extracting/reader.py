"""Reads one document: names first, then sentence by sentence what is said of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facts.extracting.annotating import Annotator
from facts.extracting.attaching import Attaching
from facts.extracting.bridging import Bridging
from facts.extracting.classing import Classing
from facts.extracting.clause import Clause
from facts.extracting.deriving import Deriving
from facts.extracting.descriptions import FirmWords
from facts.extracting.discourse import Discourse
from facts.extracting.doubting import Doubting, narrowing
from facts.extracting.draft import GENERIC, Draft
from facts.extracting.fitting import Fitting
from facts.extracting.framed import for_market
from facts.extracting.framing import Framing
from facts.extracting.gapping import Gapping
from facts.extracting.hedging import Hedging
from facts.extracting.labels import Labels, only
from facts.extracting.listing import LEAST_PAIRS, Listing
from facts.extracting.noun_phrases import PhraseFinder
from facts.extracting.nouning import Nouning
from facts.extracting.opened import Opening
from facts.extracting.owners import Owners
from facts.extracting.placing import Placing
from facts.extracting.precision import is_worth_showing, origin_of
from facts.extracting.predicates import Predicates
from facts.extracting.reading import Reading
from facts.extracting.roles import Roles
from facts.extracting.speech import Quotation, Speech, quotations
from facts.extracting.stating import Said, Stating
from facts.extracting.tables import Table
from facts.extracting.tabular import Sheet, Tabular
from facts.extracting.topics import Topics, is_contested
from facts.extracting.turning import Turning
from facts.extracting.tying import Tying
from facts.extracting.versions import VersionWords
from facts.extracting.voice import BE, Voice
from facts.lemmas import Lemmas
from facts.lexicon import Lexicon
from facts.models import Certainty, Document, Entity, Fact, Origin, Passage, Statement, ValueKind
from facts.naming.clusters import slug
from facts.naming.entities import NameBook, Names
from facts.naming.numbered import NumberBook
from facts.naming.versions import VersionBook
from facts.naming.words import NamingWords
from facts.parsing.grammar import Grammar
from facts.parsing.sentence import Sentence, analyse
from facts.reading import ValueReader
from facts.terms import fold, squeeze

SAID = "said"  # the attribute whose subject is the speaker
STATING = ("sentence", "item")  # kinds of passage that hold clauses
PLAIN_NOUNS = frozenset({"model", "car", "vehicle", "modele", "voiture", "vehicule", "one"})
GUESSED = ("/topic", "/document", "/implicit")  # links of a subject that a sentence leaves out
TITLE_SHARE = 0.4  # of all mentions of models: a model of the title named so often is what the document is about


@dataclass(frozen=True, slots=True)
class _State:
    """One document while it is read."""

    document: Document
    values: ValueReader
    sentences: Sequence[Sentence]
    discourse: Discourse
    speech: Speech
    quoted: Sequence[Quotation]
    tables: Sequence[Table]
    statements: list[Statement]


class DocumentReader:
    """Reads the documents of one language. Built once per build; reading keeps no state between documents."""

    def __init__(self, lexicon: Lexicon, language: str, lemmas: Lemmas) -> None:
        self.lexicon, self.language, self.lemmas = lexicon, language, lemmas
        self.grammar = Grammar.of(lexicon, language)
        self.words = NamingWords.of(lexicon, language)
        self.phrases = PhraseFinder(lexicon, language, self.grammar)
        fitting = Fitting(lexicon)
        self.framing = Framing(lexicon, language, fitting)
        self.turning = Turning(lexicon, language, fitting)
        self.nouning = Nouning(lexicon, language, fitting)
        owners = Owners(fitting, frozenset(self.words.demonyms))
        self.bridging = Bridging(lexicon, fitting, owners, self.framing, self.nouning)
        self.tying = Tying(lexicon, fitting, owners, self.framing)
        self.attaching = Attaching(lexicon, language, fitting)
        self.deriving = Deriving(lexicon, language, fitting)
        self.placing = Placing(lexicon, fitting)
        self.gapping = Gapping(lexicon, fitting)
        self.classing = Classing(lexicon, language, fitting)
        self.telling = VersionWords.of(lexicon, language)
        self.homes = {slug(name.name): name.of for name in lexicon.names if name.kind == "brand" and name.of} | {
            slug(alias): name.of for name in lexicon.names if name.kind == "brand" and name.of for alias in name.aliases
        }
        brands = {name.name: name for name in lexicon.names if name.kind == "brand"}
        self.brands = [(slug(name.name), name) for name in brands.values()]
        self.firm_words = FirmWords.of(lexicon, language)
        self.predicates = Predicates(lexicon, language, self.grammar)
        self.numbers = NumberBook(self.words)
        self.versions = VersionBook(self.words, lemmas)
        self.tabular = Tabular(Labels(lexicon, self.words, lemmas), fitting, self.versions)
        self.listing = Listing(self.tabular.things)
        self.roles = Roles(lexicon, language)
        self.doubting = Doubting(lexicon, language, fitting)
        self.hedging = Hedging(lexicon, language)
        self.stating = Stating(lexicon, language, self.grammar)
        self.opening = Opening(lexicon, language)
        self.inverse = {
            phrase: attribute.id
            for attribute in lexicon.attributes.values()
            for phrase in (attribute.wording[language].inverse if language in attribute.wording else ())
        }
        classes = lexicon.languages[language].classes
        self.seasons = frozenset(fold(word) for word in classes.get("seasons", ()))
        self.plain_nouns = frozenset(fold(word) for word in classes.get("derivative_nouns", ())) | PLAIN_NOUNS
        self.announcing = frozenset(fold(word) for word in classes.get("announcing_verbs", ()))

    def read(self, document: Document, passages: Sequence[Passage], values: ValueReader) -> Reading:
        """Return the entities and facts of a document."""
        state, sheet = self._opened(document, passages, values)
        annotator, annotated, facts = Annotator(self.lexicon), [], []
        for number in range(len(state.sentences)):
            clause, found = self._read_sentence(state, number)
            annotated.append(annotator.annotate(clause, state.discourse, state.discourse.names.mentions[number]))
            facts += found
        facts += self._read_tables(state, sheet)
        entities = tuple(self._with_brands(state.discourse.entities))
        shown = [fact for fact in _distinct(facts) if is_worth_showing(fact.pattern)]
        shown += self.opening.facts(document, annotated, state.sentences, entities, state.statements, shown)
        return Reading(document, tuple(annotated), entities, tuple(shown), tuple(state.statements))

    def clauses(
        self, document: Document, passages: Sequence[Passage], values: ValueReader
    ) -> Iterator[tuple[Clause, Discourse]]:
        """Yield the sentences of a document with what their phrases mean, as far as was read before."""
        state, _ = self._opened(document, passages, values)
        for number in range(len(state.sentences)):
            yield self._read_sentence(state, number)[0], state.discourse

    def _opened(self, document: Document, passages: Sequence[Passage], values: ValueReader) -> tuple["_State", Sheet]:
        """Find the names of a document and make ready to read it."""
        sentences = [analyse(document, passage, values, self.lemmas, self.seasons) for passage in passages]
        sheet = Sheet(document, sentences, values)
        tables = self.tabular.understood(sheet)
        names, title_subject = self._names(sheet, tables)
        discourse = Discourse(
            self.lexicon,
            names,
            self.predicates,
            title_subject,
            topics=Topics.of(self.lexicon, names, document.title or "", title_subject, self.predicates.heirs),
            inverse=self.inverse,
            plain_nouns=self.plain_nouns,
            versions=self.telling,
            firm_words=self.firm_words,
            homes=self.homes,
            demonyms=self.words.demonyms,
        )
        quoted = self._quotations(document, passages)
        speech = Speech(self.announcing, self.hedging.denying)
        state = _State(document, values, sentences, discourse, speech, quoted, tables, [])
        return state, sheet

    def _names(self, sheet: Sheet, tables: Sequence[Table]) -> tuple[Names, str | None]:
        """Return the names of a document, those that its tables declare among them, and the model it is about."""
        rows = frozenset(number for table in tables for number in table.passages)
        declared = self.tabular.declared(sheet, tables)
        declared += [one for sentence in sheet.sentences for one in self.listing.declared(sentence, sheet.values)]
        publisher = sheet.document.publisher
        names = NameBook(self.words, self.lemmas).read(sheet.sentences, declared, rows=rows, publisher=publisher)
        title_subject = self._title_subject(sheet.document, sheet.sentences, names)
        self.numbers.adopt(names, sheet.sentences)
        lists = [s.passage for s in sheet.sentences if s.passage.number in rows or self._is_labelled(s)]
        versions = list(self.tabular.framed.versions(lists, sheet.sentences, names, title_subject))
        self.versions.adopt(names, versions, sheet.sentences)
        versions = list(self.tabular.versions(sheet, tables, names, title_subject))
        self.versions.adopt(names, versions, sheet.sentences)
        return names, title_subject

    def _read_sentence(self, state: "_State", number: int) -> tuple[Clause, list[Fact]]:
        sentence, discourse = state.sentences[number], state.discourse
        phrases = self.phrases.find(sentence, discourse.names.mentions[number], discourse.names)
        clause = Clause(self.grammar, sentence, discourse.resolve(number, sentence, phrases))
        inside = [q for q in state.quoted if q.start < sentence.passage.end and sentence.passage.start < q.end]
        drafts = [] if self._is_question(sentence) else self._drafts(clause, state, number, inside)
        self._close(discourse, number, clause, drafts)
        if clause.sentence.passage.kind in STATING and not self._is_question(sentence):
            said = [Said(*draft.at, draft.subject) for draft in drafts if draft.attribute == SAID]
            state.statements.extend(self.stating.statements(state.document.name, clause, said))
        return clause, [self._fact(state, clause, draft) for draft in drafts]

    def _drafts(self, clause: Clause, state: "_State", number: int, inside: Sequence[Quotation]) -> list[Draft]:
        discourse = state.discourse
        if clause.sentence.passage.kind == "row":
            return []
        if drafts := self._labelled(clause.sentence, state):
            return drafts
        drafts = list(self.turning.drafts(clause, discourse))
        turned = {(draft.anchor, draft.at) for draft in drafts}
        drafts += [one for one in self.framing.drafts(clause, discourse) if (one.anchor, one.at) not in turned]
        used = {draft.at for draft in drafts}
        drafts += [draft for draft in self.nouning.drafts(clause, discourse, number) if draft.at not in used]
        drafts += self.attaching.drafts(clause, discourse, {draft.at for draft in drafts})
        drafts += list(self.attaching.same_value(clause, discourse, drafts))
        drafts += list(self.gapping.drafts(clause, discourse, drafts))
        drafts += list(self.classing.drafts(clause, discourse))
        drafts += self.deriving.derivatives(clause, discourse)
        drafts += self.deriving.compounds(clause, discourse)
        drafts += list(self.deriving.same_case(clause, drafts))
        drafts += list(self.placing.drafts(clause, discourse, drafts))
        drafts += list(self.bridging.drafts(clause, discourse, drafts))
        drafts += list(self.tying.drafts(clause, discourse, drafts))
        drafts += self.roles.drafts(clause, discourse, number)
        drafts += state.speech.drafts(clause, discourse, inside)
        known = [draft for draft in drafts if draft.subject != GENERIC and draft.attribute in self.lexicon.attributes]
        followed = discourse.centring.followed(clause)  # in "the successor of the C1", no C1 that is left out is meant
        known = [draft for draft in known if not (draft.pattern.endswith(GUESSED) and draft.subject in followed)]
        known = list(self.doubting.settled(clause, discourse, known))
        if self._is_labelled(clause.sentence):  # below "Rivals" a label is no word of the document's car
            return [draft for draft in known if not draft.pattern.endswith("/implicit")]
        return known

    def _is_labelled(self, sentence: Sentence) -> bool:
        return sentence.passage.kind == "item" and self.listing.parted(sentence) is not None

    def _labelled(self, sentence: Sentence, state: "_State") -> list[Draft]:
        """Return what a labelled item or a specification in one line says."""
        passage, discourse = sentence.passage, state.discourse
        if passage.kind == "heading" or (passage.kind == "sentence" and len(sentence.values) < LEAST_PAIRS):
            return []
        subject = self.tabular.framed.about(passage, state.sentences, discourse.names, discourse.title_subject)
        if passage.kind != "item":
            named = {m.entity for m in discourse.names.mentions[passage.number] if discourse.is_a(m.entity, "model")}
            return list(self.listing.line(sentence, only(named) if named else subject))
        above = [state.sentences[number] for number in (passage.lead, passage.heading) if number is not None]
        market = self.tabular.framed.market(passage, state.sentences)
        drafts = list(self.listing.item(sentence, state.values, subject, discourse))
        drafts = drafts or list(self.listing.entry(sentence, above, state.values, discourse))
        return [for_market(draft, market) for draft in drafts]

    def _read_tables(self, state: "_State", sheet: Sheet) -> list[Fact]:
        """Read the tables last: by then every name is known."""
        facts: list[Fact] = []
        for table in state.tables:
            for passage, draft in self.tabular.drafts(sheet, table, state.discourse):
                clause = Clause(self.grammar, state.sentences[passage.number], ())
                facts.append(self._fact(state, clause, draft))
        return facts

    @staticmethod
    def _is_question(sentence: Sentence) -> bool:
        return bool(sentence.tokens) and sentence.tokens[-1].text == "?"

    @staticmethod
    def _close(discourse: Discourse, number: int, clause: Clause, drafts: Sequence[Draft]) -> None:
        subjects = {
            e
            for place in clause.verb_places()
            if (voice := clause.voice(place)) in (Voice.ACTIVE, Voice.PASSIVE) and (a := clause.subject(place, voice))
            for e in a.entities
        }
        subjects |= {
            e
            for place, lemma in enumerate(clause.sentence.lemmas)
            if lemma in BE and place not in clause.covering and (a := clause.subject(place, Voice.ACTIVE))
            for e in a.entities
        }
        alone = {e for a in clause.arguments if len(clause.group(a)) == 1 for e in a.entities}
        taken = {discourse.kind_of(e) for e in subjects}
        subjects |= {
            draft.subject
            for draft in drafts
            if not draft.pattern.startswith(("frame.gerund", "frame.reduced", "bridge", "tied"))
            and discourse.kind_of(draft.subject) not in taken
            and (draft.subject in alone or clause.sentence.passage.kind != "sentence")
        }
        subjects -= discourse.centring.followed(clause)
        values = {draft.value.entity for draft in drafts if draft.value.entity} | discourse.centring.compared(clause)
        for draft in drafts:
            if draft.value.entity:
                discourse.note_fact(draft.attribute, draft.subject, draft.value.entity)
        for argument in clause.arguments:
            group = [e for one in clause.group(argument) for e in one.entities]
            discourse.note_set(number, tuple(dict.fromkeys(group)))
        discourse.close(clause.sentence.passage, clause.mentions, subjects, values)
        discourse.centring.note(number, clause)

    def _fact(self, state: "_State", clause: Clause, draft: Draft) -> Fact:
        passage = clause.sentence.passage
        is_said = draft.value.kind is ValueKind.TEXT and draft.pattern.startswith(("speech", "role", "table"))
        return Fact(
            subject=draft.subject,
            attribute=draft.attribute,
            value=draft.value,
            document=state.document.name,
            start=passage.start,
            end=passage.end,
            at=draft.at,
            pattern=draft.pattern,
            certainty=Certainty.STATED if is_said else self.hedging.certainty(clause, draft.anchor, draft.value),
            origin=origin_of(draft.pattern),
            speaker=state.discourse.entities[draft.subject].name if draft.attribute == SAID else None,
            qualifiers=draft.qualifiers or narrowing(clause, draft),
        )

    @staticmethod
    def _quotations(document: Document, passages: Sequence[Passage]) -> list[Quotation]:
        found: list[Quotation] = []
        groups: dict[int, list[Passage]] = {}
        for passage in passages:
            groups.setdefault(passage.paragraph, []).append(passage)
        for _, group in sorted(groups.items()):
            found += quotations(document.text, group[0].start, group[-1].end)
        return found

    def _title_subject(self, document: Document, sentences: Sequence[Sentence], names: Names) -> str | None:
        """Return the one model that the title names and the text keeps naming."""
        models = [
            m.entity
            for found in names.mentions
            for m in found
            if self.lexicon.is_a(names.entities[m.entity].kind, "model")
        ]
        title = fold(document.title or (sentences[0].passage.of(document.text) if sentences else ""))
        titled = {e for e in set(models) if any(fold(alias) in title for alias in names.entities[e].aliases)}
        titled -= {names.entities[e].parent for e in titled}
        if len(titled) != 1 or is_contested(self.lexicon, names, titled, title, self.predicates.heirs):
            return None
        (subject,) = titled
        family = {subject} | {e for e in models if names.entities[e].parent == subject}
        return subject if sum(e in family for e in models) >= TITLE_SHARE * len(models) else None

    def _with_brands(self, entities: dict[str, Entity]) -> Iterable[Entity]:
        """Yield all entities, and the brands that models belong to where the document itself never names them alone."""
        yield from entities.values()
        missing = {e.brand for e in entities.values() if e.brand} - set(entities)
        for key, name in self.brands if missing else ():
            if key in missing:
                missing.discard(key)
                spelled = self.words.spellings(squeeze(name.name), "brand", self.lemmas)
                yield Entity(key, name.name, "brand", tuple(dict.fromkeys((name.name, *spelled))))
        for key in sorted(missing):
            written = next(e.name.split()[0] for e in entities.values() if e.brand == key)
            yield Entity(key, written, "brand", (written,))


def _distinct(facts: Sequence[Fact]) -> Iterable[Fact]:
    """Yield facts without repetitions of the same claim at the same place: of several, the one that may answer."""
    found: dict[tuple[str, str, str, tuple[int, int]], Fact] = {}
    for fact in facts:
        key = (fact.subject, fact.attribute, fact.value.text, fact.at)
        known = found.setdefault(key, fact)
        if known.origin is Origin.PROPOSED and fact.origin is not Origin.PROPOSED:
            found[key] = fact
    yield from found.values()
