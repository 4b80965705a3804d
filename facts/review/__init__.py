"""Reviews: what people confirmed, corrected, added or rejected, kept in a sidecar beside each document.

A review is data of the operator, in git beside the documents; it is checked against its document at every build.
"""

from facts.review.merge import Merged, merge_reviews
from facts.review.model import EntityReview, FactReview, Review, StatementReview, Verdict, Was
from facts.review.sidecar import Sidecar, read_sidecar, sidecar_path, write_review

__all__ = [
    "EntityReview",
    "FactReview",
    "Merged",
    "Review",
    "Sidecar",
    "StatementReview",
    "Verdict",
    "Was",
    "merge_reviews",
    "read_sidecar",
    "sidecar_path",
    "write_review",
]
