"""What a clause says, on one line of plain text: what stands on each side of its predicate."""

from facts.models import Certainty, Part, Statement
from facts.review.proposals import Proposals

LONGEST_PART = 100  # characters


def clause(statement: Statement, proposals: Proposals) -> str:
    """Say a statement: what stands on each side of its predicate."""
    text = proposals.document.text
    outer = [one for one in statement.parts if not any(_is_inside(one, other) for other in statement.parts)]
    words = {part.side: flat(text[part.start : part.full]) for part in outer}
    subject = words.pop("subject", "…")
    negated = "not " if statement.is_negated else ""
    possible = "maybe " if statement.is_possible else ""
    rest = [
        said if side in ("object", "second", "clause", "time") else f"{side} {said}" for side, said in words.items()
    ]
    rest = [said if len(said) <= LONGEST_PART else said[:LONGEST_PART] + "…" for said in rest]
    told = f"{subject} · {possible}{negated}{statement.predicate} · {' · '.join(rest)}"
    hedged = f" ({statement.certainty})" if statement.certainty is not Certainty.STATED else ""
    speaker = proposals.entities.get(statement.speaker) if statement.speaker else None
    return told + hedged + (f" — {speaker.name}" if speaker else "")


def _is_inside(part: Part, other: Part) -> bool:
    return part is not other and other.start <= part.start and part.full <= other.full


def flat(text: str) -> str:
    """Keep a stretch on one line, its outer spaces as one."""
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")
