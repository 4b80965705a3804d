"""Names in text: where they stand, what kind of thing they mean, which of them mean the same thing."""

from facts.naming.clusters import slug
from facts.naming.entities import NameBook, NameMention, Names
from facts.naming.merge import Joining, merge_entities
from facts.naming.words import NamingWords

__all__ = ["Joining", "NameBook", "NameMention", "Names", "NamingWords", "merge_entities", "slug"]
