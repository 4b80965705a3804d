"""A Query and what is known make a Finding: guards first, then the family of the intent, then the tiers below.

Nothing here looks at the words of a question, save to search passages; nothing here makes sentences.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answering.acceptance import is_accepted
from bot.answering.agreeing import agreed
from bot.answering.asked import as_asked
from bot.answering.checking import check, contradicted
from bot.answering.comparing import compare
from bot.answering.completeness import as_sure
from bot.answering.describing import describe, offer_facts
from bot.answering.guards import entities_of_ties, mentions_of, stop, with_meaning
from bot.answering.known import Known
from bot.answering.limits import within_limits
from bot.answering.lookup import look_up
from bot.answering.overview import cite, overview
from bot.answering.passages import MOST_SHOWN, PassageFinder, is_written, proposals_for
from bot.answering.ranking import rank
from bot.answering.reading import Reading
from bot.answering.remaining import is_worth_reading, where_told, without_unknown
from bot.answering.reverse import are_values, find_holders
from bot.answering.saying import what_said, who_said, why
from bot.answering.selecting import select
from bot.answering.speakers import speaker_of
from bot.models.answer import Source
from bot.models.finding import Chatter, Choosing, Finding, Missing, Passages, Reason
from bot.models.query import OPEN_ENDED, Intent, Match, Query
from facts.store.reader import FactStore

Family = Callable[[Known, Query], Finding]

FINAL = (Reason.OTHER_UNIT, Reason.OTHER_MARKET, Reason.OTHER_SPEAKER, Reason.NO_SOURCE)  # a passage could only mislead
LINKED = (Match.EXACT, Match.CORRECTED, Match.DESCRIBED, Match.INHERITED)  # names that stand for something known
UNDERSTOOD = (
    Reason.NO_FACT,
    Reason.NO_MEMBER,
    Reason.UNDECIDED,
)  # what is asked is known: a passage must name just that


def _look(known: Known, query: Query) -> Finding:
    """Look up, from the side of the fact that the subjects stand on."""
    return find_holders(known, query) if query.inverse or are_values(known, query) else look_up(known, query)


def _gather(known: Known, query: Query) -> Finding:
    """Find the members of a list or count: by conditions where there are any, else by the value of an attribute."""
    of_all = not query.attributes and not query.subjects
    return select(known, query) if query.conditions or of_all else find_holders(known, query)


def _nothing(_known: Known, _query: Query) -> Finding:
    return Missing(Reason.NOTHING)


FAMILIES: Mapping[Intent, Family] = {
    Intent.LOOKUP: _look,
    Intent.REVERSE: _gather,
    Intent.COUNT: _gather,
    Intent.FILTER: _gather,
    Intent.SUPERLATIVE: rank,
    Intent.COMPARE: compare,
    Intent.CHECK: check,
    Intent.DESCRIBE: describe,
    Intent.OPINION: offer_facts,
    Intent.WHO_SAID: who_said,
    Intent.WHAT_SAID: what_said,
    Intent.WHY: why,
    Intent.ABOUT_BOT: overview,
    Intent.OPEN: _nothing,
}


class Answering:
    """Finds what answers a question in one store."""

    def __init__(self, store: FactStore) -> None:
        self.known = Known(store)
        self.reading = Reading(self.known)
        self.passages = PassageFinder(self.known)

    def find(self, query: Query, cited: Sequence[Source] = ()) -> Finding:
        """Return what answers the question; `cited` are the sources of the answer before."""
        if query.intent is Intent.CHATTER:
            if said := speaker_of(self.known, query):
                return said
            read = self.reading.read(query)
            answered = read if read is not None and is_accepted(read.type, reviewed=read.source.reviewed) else None
            return answered or self.passages.find(query) or Chatter()
        if query.intent is Intent.SOURCE:
            return cite(tuple(cited))
        if stopped := stop(self.known, query):
            if isinstance(stopped, Choosing):
                return stopped if self._leads_on(query) else self.passages.find(query) or stopped
            return self._beside_value(query, stopped) or self._from_passages(query, stopped)
        if query.intent is not Intent.CHECK and (correction := contradicted(self.known, query)):
            return correction
        found = FAMILIES[query.intent](self.known, query)
        found = as_sure(self.known, query, within_limits(self.known, query, as_asked(self.known, query, found)))
        return self._from_passages(query, found) if isinstance(found, Missing) else found

    def _beside_value(self, query: Query, stopped: Finding) -> Finding | None:
        """Return the fact beside whose value the words stand that nothing else explains, or None."""
        is_strange = isinstance(stopped, Missing) and stopped.reason is Reason.STRANGE_WORDS
        if not is_strange or not is_worth_reading(query):
            return None
        plain = without_unknown(query)
        if stop(self.known, plain):
            return None
        found = as_asked(self.known, plain, FAMILIES[query.intent](self.known, plain))
        told = where_told(self.known, query, found)
        return as_sure(self.known, plain, told) if told else None

    def _leads_on(self, query: Query) -> bool:
        """Whether one of the things that a name may mean has an answer, or all that is known was reviewed.

        Elsewhere asking back would only lead to the passages that can be shown at once.
        """
        ties = list(entities_of_ties(query))
        if self.known.is_all_reviewed or not ties:
            return True
        one_each = (with_meaning(query, key) for key in ties)
        return any(not isinstance(FAMILIES[query.intent](self.known, one), Missing) for one in one_each)

    def _is_strange(self, query: Query, finding: Missing) -> bool:
        """Whether no document names what a question is about, where a person has seen to it that all names are known.

        Elsewhere a name may be written otherwise, and another one that is known tells what the question is about.
        """
        is_unwritten = bool(finding.near) or not all(is_written(self.known, name) for name in finding.words)
        return is_unwritten and (self.known.is_all_reviewed or not any(m.match in LINKED for m in mentions_of(query)))

    def _before_nearest(self, first: Sequence[Source], query: Query) -> Passages:
        """Return passages that are likely to answer, and behind them the nearest others."""
        near = self.passages.find(query)
        others = [one for one in near.passages if not any(_overlap(one, other) for other in first)] if near else []
        return Passages((*first, *others)[:MOST_SHOWN], near.missing if near is not None else ())

    def _from_passages(self, query: Query, finding: Finding) -> Finding:
        """Return passages where the question may have them and some are near; else the finding as it is."""
        if not isinstance(finding, Missing) or finding.reason in FINAL:
            return finding
        if finding.given and self.known.is_all_reviewed:  # elsewhere a sentence may say the rest in its own words
            return finding
        is_strange = finding.reason is Reason.NO_SUCH_NAME and self._is_strange(query, finding)
        if finding.reason is Reason.NO_SUCH_NAME and not is_strange:
            finding = Missing(Reason.NOTHING)  # the documents do speak of it
        if said := speaker_of(self.known, query):
            return said
        understood = finding.reason in UNDERSTOOD and query.intent not in OPEN_ENDED
        if not is_strange and (read := self.reading.read(query, by_sides=understood)):
            if is_accepted(read.type, reviewed=read.source.reviewed):
                return read
            return self._before_nearest((read.source,), query)
        if told := agreed(self.known, query, finding, self.passages):
            return told
        if proposed := proposals_for(self.known, finding.gaps):
            return replace(self._before_nearest(proposed, query), passed=finding.reason)
        found = self.passages.find(query, is_understood=understood, is_strange=is_strange)
        return replace(found, passed=finding.reason) if found else finding


def _overlap(one: Source, other: Source) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end
