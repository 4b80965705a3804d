"""What can go wrong with what servers chose: one sentence that names where it is kept and the way out.

FactsError
└── ServersError
    └── UnreachableError
"""

from facts.errors import FactsError


class ServersError(FactsError):
    """What servers chose is damaged, of a newer kind, or cannot be written."""


class UnreachableError(ServersError):
    """The database is away for now. What was read of it last goes on to count, and it is tried again."""
