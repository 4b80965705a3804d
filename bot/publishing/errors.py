"""What can go wrong between a machine that publishes facts and the bots that fetch them.

FactsError
└── PublishingError        one sentence that names the place, without the secrets in its address
    ├── AddressError       an address that names no place, or one that cannot be used so
    ├── UnreachableError   a place that does not answer, or refuses
    ├── NothingThereError  a place where nothing is published yet
    ├── UnusableError      what is published cannot be used here: altered, damaged, of another schema, too large
    └── OvertakenError     somebody else published meanwhile; what they published stays
"""

from facts.errors import FactsError


class PublishingError(FactsError):
    """Root of the tree."""


class AddressError(PublishingError):
    """An address that names no place, or one that cannot be used so."""


class UnreachableError(PublishingError):
    """A place that does not answer, or refuses."""


class NothingThereError(PublishingError):
    """A place where nothing is published yet."""


class UnusableError(PublishingError):
    """What is published cannot be used here."""


class OvertakenError(PublishingError):
    """Somebody else published meanwhile."""
