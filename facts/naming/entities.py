"""From name spans to entities: one thing a cluster of names, with its kind, its brand and every way it was written."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from facts.lemmas import Lemmas
from facts.models import Entity
from facts.naming.clusters import Clusters, Ground
from facts.naming.declared import DeclaredName
from facts.naming.makers import Makers
from facts.naming.people import full_names
from facts.naming.segments import Segmenter
from facts.naming.spans import NameSpan, SpanFinder
from facts.naming.speakers import speaker_labels, speakers_by_initials
from facts.naming.votes import KNOWN, NAMED, KindVotes, verdict
from facts.naming.words import NamingWords
from facts.parsing import Sentence
from facts.terms import fold, squeeze

LEAST_MODELS = 2  # different names behind a word that make it a brand


class NameMention(NamedTuple):
    """Tokens [first, last) of a sentence that name an entity."""

    first: int
    last: int
    entity: str


@dataclass
class Names:
    """The named things of one document, and where each sentence names them."""

    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[list[NameMention]] = field(default_factory=list)  # by sentence


class NameBook:
    """Clusters the spans of one document."""

    def __init__(self, words: NamingWords, lemmas: Lemmas) -> None:
        self.words = words
        self.lexicon = words.lexicon
        self.lemmas = lemmas
        self.counter = KindVotes(words, frozenset())
        self.determined: Set[str] = frozenset()  # names that stand with an article of their own
        classes = words.lexicon.languages[words.language].classes
        forms = {fold(form).rstrip(".") for form in classes.get("legal_suffixes", ())}
        self.legal_forms = {form for form in forms if not lemmas.is_ordinary(form)}  # "AG", not "Capital"
        self.legal_forms |= {fold(form) for form in classes.get("maker_suffixes", ())}
        self.suffixes = {fold(w) for w in classes.get("powertrain_suffixes", ())}

    def read(
        self,
        sentences: Sequence[Sentence],
        declared: Sequence[DeclaredName] = (),
        *,
        rows: Set[int] = frozenset(),
        publisher: str | None = None,
    ) -> Names:
        """Find, split, classify and cluster every name of a document.

        `rows` are sentences that are rows of a table that is understood: they name what is declared, and nothing else.
        """
        labels = speaker_labels(sentences, self.lemmas)
        spans = SpanFinder(self.words, self.lemmas).find(sentences, rows)
        openings = {(label.sentence, place) for label in labels for place in range(label.last)}
        spans = [*labels, *(s for s in spans if (s.sentence, s.first) not in openings)]
        told = {span: one for one in declared if (span := _span_of(sentences, one)) is not None}
        taken = {(span.sentence, place) for span in told for place in range(span.first, span.last)}
        spans = [s for s in spans if not any((s.sentence, place) in taken for place in range(s.first, s.last))]
        named = frozenset(span.key for span in (*spans, *told)) | self._first_words(spans)
        self.counter = KindVotes(self.words, named, publisher)
        alone = self._votes(sentences, spans, told)
        segmenter = Segmenter(self.words, alone)
        pieces = [piece for span in spans for piece in segmenter.cut(sentences, span)]
        votes = self._votes(sentences, pieces, told)
        brands = self._brands([*pieces, *(span for span, one in told.items() if one.brand is None)], votes)
        brands |= {squeeze(one.brand) for one in declared if one.brand}
        initials = speakers_by_initials(labels, pieces)
        clusters = Clusters(self._ground(), [*pieces, *told], votes, brands, told, initials)
        names = Names(mentions=[[] for _ in sentences])
        for piece in sorted((*pieces, *told), key=lambda piece: (piece.sentence, piece.first)):
            entity = clusters.entity_of(piece)
            if entity is not None:
                names.mentions[piece.sentence].append(NameMention(piece.first, piece.last, entity))
        names.entities = clusters.entities()
        return names

    def _ground(self) -> Ground:
        return Ground(self.words, self.lemmas, self.legal_forms, self.suffixes, self.counter.named, self.determined)

    @staticmethod
    def _first_words(spans: Sequence[NameSpan]) -> frozenset[str]:
        return frozenset(squeeze(re.split(r"[\s-]+", span.text)[0]) for span in spans)

    def _votes(
        self, sentences: Sequence[Sentence], spans: Sequence[NameSpan], told: Mapping[NameSpan, DeclaredName]
    ) -> dict[str, Counter[str]]:
        votes = {span.key: self.counter.known(span.key) for span in (*spans, *told)}
        for span, one in told.items():
            votes[span.key][one.kind] += KNOWN
        for span in spans:
            votes[span.key] += self.counter.of(sentences[span.sentence], span)
        self.determined = Makers(self.counter, self.lemmas).weigh(sentences, spans, votes)
        self._share_surnames(spans, votes)
        return votes

    def _share_surnames(self, spans: Sequence[NameSpan], votes: dict[str, Counter[str]]) -> None:
        """Take the full name of somebody whom the text calls by the surname elsewhere for a person's."""
        shapes = self.counter.people
        full = {span.key: span.text for span in spans if span.length > 1 and shapes.is_full_name(span.text)}
        people = {key: self._is_kind(cast, "person") for key, cast in votes.items()}
        for key in full_names(full.items(), people):
            votes[key]["person"] += NAMED

    def _brands(self, pieces: Sequence[NameSpan], votes: dict[str, Counter[str]]) -> set[str]:
        """Return keys of first words that are brands: known, or before a model's own name, or before several names."""
        behind: dict[str, set[str]] = defaultdict(set)
        for piece in pieces:
            words = self.words.parts(piece.text)
            if len(words) > 1 and not self._is_kind(votes[piece.key], "person"):
                behind[squeeze(words[0])].add(squeeze(" ".join(words[1:])))
        inner = {name for names in behind.values() for name in names}  # what stands behind another name is no brand
        openers = {squeeze(self.words.parts(piece.text)[0]) for piece in pieces}
        found = {
            key
            for key, names in behind.items()
            if key not in inner
            and self._may_open(key, names)
            and self._may_be_brand(votes.get(key))
            and (
                len(names) >= LEAST_MODELS
                or any(self._is_kind(votes.get(n, Counter()), "model") for n in names)
                or any(n in openers and self._is_kind(votes.get(key + n, Counter()), "model") for n in names)
            )
        }
        known = {squeeze(self.words.parts(piece.text)[0]) for piece in pieces}
        known = {key for key in known if "brand" in self.words.kinds_known(key)}
        return found | known | {key for key, cast in votes.items() if verdict(cast, self.lexicon) == "brand"}

    def _may_open(self, key: str, behind: Set[str]) -> bool:
        """Whether a word may be a brand before what stands behind it: no car, no number, no code of another maker."""
        known = self.words.kinds_known(key)
        if (known and all(self.lexicon.is_a(kind, "model") for kind in known)) or any(c.isdigit() for c in key):
            return False
        owners = {name.of for rest in behind for name in self.words.known.get(rest, ()) if name.kind == "model"}
        return not owners or key in {squeeze(owner) for owner in owners if owner} or "brand" in known

    def _may_be_brand(self, cast: Counter[str] | None) -> bool:
        kind = verdict(cast, self.lexicon) if cast else None
        return kind is None or self.lexicon.is_a(kind, "organisation")

    def _is_kind(self, cast: Counter[str], kind: str) -> bool:
        return self.lexicon.is_a(verdict(cast, self.lexicon), kind)


def _span_of(sentences: Sequence[Sentence], one: DeclaredName) -> NameSpan | None:
    """Return the span of a declared name; None where its cell holds no word."""
    if one.first >= one.last:
        return None
    text = sentences[one.sentence].words(one.first, one.last)
    return NameSpan(one.sentence, one.first, one.last, squeeze(text), text) if squeeze(text) else None
