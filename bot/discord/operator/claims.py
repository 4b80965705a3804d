"""Facts and passages as an operator sees them in Discord, a line each: who vouches, of what, what, how surely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.discord.rendering.escaping import escape
from bot.discord.rendering.limits import clip
from bot.discord.texts import Texts
from bot.wording.languages import catalogue_of
from facts.lexicon import Lexicon
from facts.models import Certainty, Fact, Origin, attribute_words

MARKS = {Origin.REVIEWED: "✓", Origin.EXTRACTED: "=", Origin.PROPOSED: "?"}
SAID_BY_CLAUSE, SILENT = "~", "·"
LONGEST_VALUE = 200  # characters of a value, which may be a whole clause
LONGEST_QUOTE = 400  # characters of a sentence
PASSAGE = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Claims:
    """Puts facts of one store into words of one language."""

    names: Mapping[str, str]  # of entities, by id
    lexicon: Lexicon
    say: Texts

    def line(self, fact: Fact) -> str:
        """Say a fact, with who vouches for it in front."""
        hedges = self.hedges(fact)
        limits = f" ({', '.join(hedges)})" if hedges else ""
        return f"{MARKS[fact.origin]} {self.claim(fact)}{limits}"

    def claim(self, fact: Fact) -> str:
        """Say a fact: subject, attribute, value."""
        subject = escape(clip(self.names.get(fact.subject, fact.subject), LONGEST_VALUE))
        return f"**{subject}** · {escape(self.label(fact.attribute))} · {self.value(fact)}"

    def value(self, fact: Fact) -> str:
        """Say a value as the document does, or the name of the thing that it is."""
        name = self.names.get(fact.value.entity, "") if fact.value.entity else ""
        return escape(clip(flat(name or fact.value.text), LONGEST_VALUE))

    def label(self, attribute: str) -> str:
        """Name an attribute in the reader's language."""
        known = self.lexicon.attributes.get(attribute)
        wording = known.wording.get(self.say.language) if known else None
        return wording.label if wording else attribute_words(attribute)

    def hedges(self, fact: Fact) -> list[str]:
        """List what narrows a fact: bound, qualifiers, certainty, speaker."""
        words = catalogue_of(self.say.language)
        parts = [words.bounds[fact.value.bound].format("").strip()] if fact.value.bound else []
        parts += [escape(clip(f"{name}: {held}", LONGEST_VALUE)) for name, held in fact.qualifiers.items()]
        parts += [words.hedges[fact.certainty]] if fact.certainty is not Certainty.STATED else []
        parts += [words.according_to.format(escape(clip(fact.speaker, LONGEST_VALUE)))] if fact.speaker else []
        return parts


def legend(say: Texts) -> str:
    """Explain the marks of facts."""
    meanings = {
        MARKS[Origin.REVIEWED]: say("reviewed"),
        MARKS[Origin.EXTRACTED]: say("answers at once"),
        MARKS[Origin.PROPOSED]: say("waits for review"),
    }
    return "   ".join(f"{mark} {meaning}" for mark, meaning in meanings.items())


def full_legend(say: Texts) -> str:
    """Explain the marks of facts and of passages that gave none."""
    return "   ".join((legend(say), f"{SAID_BY_CLAUSE} {say('what a clause says')}", f"{SILENT} {say('gave nothing')}"))


def quoted(text: str, span: PASSAGE, marks: Sequence[PASSAGE] = ()) -> str:
    """Quote a stretch of a document on one line, the words that say something in bold; a long one is cut."""
    start, end = span
    last = min(end, start + LONGEST_QUOTE)
    inside = [(max(low, start), min(high, last)) for low, high in marks if low < last and high > start]
    edges = sorted({start, last, *(edge for mark in inside for edge in mark)})
    pieces = []
    for low, high in pairwise(edges):
        piece = escape(flat(text[low:high]))
        bold = any(first <= low and high <= then for first, then in inside) and piece.strip() == piece and piece
        pieces.append(f"**{piece}**" if bold else piece)
    return "> " + "".join(pieces).strip() + (" …" if last < end else "")


def flat(text: str) -> str:
    """Keep a stretch on one line, its outer spaces as one."""
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")
