"""Versions that are called by their own words only: the trims of a table or the heading of a list, and where the prose
of the same document takes them up ("the Sport").
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from facts.lemmas import Lemmas
from facts.models import Entity
from facts.naming.clusters import slug
from facts.naming.declared import DeclaredVersion
from facts.naming.entities import NameMention, Names
from facts.naming.words import NamingWords
from facts.parsing import Sentence
from facts.terms import fold, squeeze, tokenize


class VersionBook:
    """Adds declared versions to the names of a document."""

    def __init__(self, words: NamingWords, lemmas: Lemmas) -> None:
        self.words, self.lemmas = words, lemmas
        classes = words.lexicon.languages[words.language].classes
        self.suffixes = frozenset(fold(word) for word in classes.get("model_suffixes", ()))
        self.determiners = frozenset(
            word for key in ("articles", "demonstratives") for word in classes.get(key, frozenset())
        )

    def is_plain(self, text: str, *, is_valued: bool) -> bool:
        """Whether words name no car by themselves: dictionary words, what trims are called, amounts ("52 kWh")."""
        key = squeeze(text)
        if fold(text) in self.suffixes or is_valued:
            return True
        if any(self.words.lexicon.is_a(kind, "model") for kind in self.words.kinds_known(key)):
            return False
        words = fold(text).replace("-", " ").split()
        return all(word in self.suffixes or self.lemmas.is_ordinary(word) for word in words)

    def adopt(self, names: Names, declared: Iterable[DeclaredVersion], sentences: Sequence[Sentence]) -> None:
        """Give every declared version an entity, and link what the text calls by its name."""
        alone: dict[str, set[str]] = {}
        rows: set[int] = set()
        for one in declared:
            text = sentences[one.sentence].words(one.first, one.last)
            entity = self._entity(names, text, names.entities[one.model])
            _put(names, one.sentence, NameMention(one.first, one.last, entity))
            alone.setdefault(text, set()).add(entity)
            rows.add(one.sentence)
        before = _mentioned(names)
        for text, entities in alone.items():
            if len(entities) == 1:
                self._link(names, text, next(iter(entities)), sentences, rows)
        for orphan in before - _mentioned(names):
            del names.entities[orphan]

    def _entity(self, names: Names, text: str, model: Entity) -> str:
        """Return the version of a model that is called so, bringing it into being at its first mention."""
        maker = _maker(model)
        bare = model.name.removeprefix(maker).strip()
        short = bare if any(c.isalpha() for c in bare) else model.name  # "Renault 5 Techno"
        own = [short, model.name, *model.aliases]
        full = text if any(squeeze(text).startswith(squeeze(name)) for name in own) else f"{short} {text}"
        if squeeze(full) in {squeeze(name) for name in own}:
            return model.id
        key = slug(full)
        known = names.entities.get(key) or Entity(
            key, full, "version", self._aliases(full, maker), model.brand, model.id
        )
        if known.parent is None:
            known = replace(known, kind="version", parent=model.id, brand=known.brand or model.brand)
        names.entities[key] = known
        return key

    @staticmethod
    def _aliases(full: str, maker: str) -> tuple[str, ...]:
        return (full, f"{maker} {full}") if maker and not squeeze(full).startswith(squeeze(maker)) else (full,)

    def _link(self, names: Names, text: str, entity: str, sentences: Sequence[Sentence], rows: Set[int]) -> None:
        """Let the bare name mean the version wherever the prose sets it like a name."""
        words = [token.text for token in tokenize(text)]
        is_plain = self.is_plain(text, is_valued=False)
        for number, sentence in enumerate(sentences):
            if number in rows or not words or not words[0][:1].isupper():
                continue
            written = [token.text for token in sentence.tokens]
            for first in range(len(written) - len(words) + 1):
                last = first + len(words)
                is_set = written[first:last] == words and self._is_set(sentence, first, is_plain=is_plain)
                if is_set and self._is_free(names, number, first, last):
                    _put(names, number, NameMention(first, last, entity))

    def _is_set(self, sentence: Sentence, first: int, *, is_plain: bool) -> bool:
        """Whether a name stands at a token: an ordinary word needs its article."""
        return not is_plain or (first > 0 and sentence.tokens[first - 1].folded in self.determiners)

    def _is_free(self, names: Names, number: int, first: int, last: int) -> bool:
        """Whether no longer name and no person, place or maker stands there."""
        for mention in names.mentions[number]:
            if mention.first < last and first < mention.last:
                known = names.entities[mention.entity]
                is_product = self.words.lexicon.is_a(known.kind, "model") and known.brand is None
                if (mention.first, mention.last) != (first, last) or not is_product:
                    return False
        return True


def _maker(model: Entity) -> str:
    """Return the words of a model's name that are its brand."""
    words = model.name.split()
    for length in range(1, len(words)):
        if slug(" ".join(words[:length])) == model.brand:
            return " ".join(words[:length])
    return ""


def _mentioned(names: Names) -> set[str]:
    return {mention.entity for found in names.mentions for mention in found}


def _put(names: Names, sentence: int, mention: NameMention) -> None:
    """Set a mention in the place of those that it overlaps."""
    kept = [m for m in names.mentions[sentence] if m.last <= mention.first or mention.last <= m.first]
    names.mentions[sentence] = sorted((*kept, mention), key=lambda m: m.first)
