"""Answers as plain data, for scripts: the fields that `lineup ask --json` promises, no more and no less."""

from typing import Any

from bot.models.answer import Answer, AnswerValue, Source


def to_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON data."""
    return {
        "status": answer.status.value,
        "tier": answer.tier.value if answer.tier else None,
        "text": answer.text,
        "verdict": None if answer.verdict is None else "yes" if answer.verdict else "no",
        "values": [_value(value) for value in answer.values],
        "sources": [_source(source) for source in answer.sources],
        "conflicts": [{"text": one.text, "source": _source(one.source)} for one in answer.conflicts],
        "choices": [{"entity": one.entity, "name": one.name, "question": one.question} for one in answer.choices],
        "suggestions": list(answer.suggestions),
        "unknown_words": list(answer.unknown_words),
        "interpretation": answer.interpretation,
        "language": answer.language,
        "elapsed_ms": round(answer.elapsed_ms, 3),
    }


def _value(value: AnswerValue) -> dict[str, Any]:
    """Return a value; what does not apply is left out."""
    fields = {
        "text": value.text,
        "kind": value.kind,
        "amount": value.value.amount if value.value else None,
        "unit": value.value.unit if value.value else None,
        "entity": value.entity,
        "certainty": value.certainty,
        "market": value.market,
    }
    return {name: field for name, field in fields.items() if field is not None}


def _source(source: Source) -> dict[str, Any]:
    return {
        "document": source.document,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "quote": source.quote,
        "start": source.start,
        "end": source.end,
    }
