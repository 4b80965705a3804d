"""The words that the passages of a document are found by. They are worked out where the document is read."""

from collections.abc import Callable, Iterator, Sequence

from facts.models import Document, Passage, Searchable, frame_of
from facts.store.search import kind_word
from facts.terms import tokenize

Lemma = Callable[[str, str], str]  # (folded word, language) -> folded lemma
Filed = tuple[Document, Sequence[Passage], Sequence[Searchable]]


def filed(document: Document, passages: Sequence[Passage], lemma: Lemma) -> Filed:
    """Put to a document with its passages what each of these is found by."""
    return document, passages, tuple(searchables(document, passages, lemma))


def searchables(document: Document, passages: Sequence[Passage], lemma: Lemma) -> Iterator[Searchable]:
    """Yield the words that each passage is found by."""
    own = [_words(passage.of(document.text), document.language, lemma) for passage in passages]
    title = _words(document.title or "", document.language, lemma)
    for place, passage in enumerate(passages):
        above = [own[number] for number in frame_of(passages, place)]
        topics = _words(" ".join(passage.topics), document.language, lemma)
        kinds = " ".join(map(kind_word, passage.kinds))
        yield Searchable(own[place], " ".join([title, *above, topics]), kinds)


def lemmas_of(document: Document, lemma: Lemma) -> set[str]:
    """Return the lemmas of a document's words: questions on it need all forms of these."""
    words = {token.folded for token in tokenize(document.text) if token.kind == "word"}
    return {lemma(word, document.language) for word in words}


def _words(text: str, language: str, lemma: Lemma) -> str:
    """Folded words, each followed by its lemma where that differs, so that either finds it."""
    words: list[str] = []
    for token in tokenize(text):
        if token.is_word or token.kind == "number":
            words.append(token.folded)
            base = lemma(token.folded, language) if token.kind == "word" else token.folded
            if base != token.folded:
                words.append(base)
    return " ".join(words)
