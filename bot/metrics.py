"""What is counted while the bot runs, for Prometheus: how many and how long, never who, what about or in which words.

Labels come from closed lists, so that the number of series is bounded whatever people ask.
"""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from bot.models import Answer

NONE = "none"
BUCKETS = (0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2.5)  # seconds
FORM = "text/plain; version=0.0.4; charset=utf-8"  # of what `page` returns


class Metrics:
    """The counts of one bot, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._questions = Counter(
            "lineup_questions",
            "Questions looked at by how they ended, those of a channel that were left alone included",
            ("status", "tier", "kind"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "lineup_answer_seconds",
            "From a question to its answer, without sending it",
            ("tier",),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._reloads = Counter("lineup_reloads", "Reloads by how they ended", ("outcome",), registry=self._registry)

    def count_answer(self, answer: Answer) -> None:
        """Count a question that was looked at."""
        tier, kind = answer.tier or NONE, answer.intent or NONE
        self._questions.labels(answer.status.value, str(tier), str(kind)).inc()
        self._seconds.labels(str(tier)).observe(answer.elapsed_ms / 1000)

    def count_reload(self, outcome: str) -> None:
        """Count a reload that ended."""
        self._reloads.labels(outcome).inc()

    def watch(self, name: str, said: str, look: Callable[[], float]) -> None:
        """Show what `look` returns whenever somebody asks."""
        Gauge(name, said, registry=self._registry).set_function(look)

    def page(self) -> bytes:
        """Return everything in the text format of Prometheus."""
        return generate_latest(self._registry)
