"""What clauses say that no attribute foresaw: statements. Where no checked shape fits, there is none."""

from facts.extracting.stating.stating import Said, Stating

__all__ = ["Said", "Stating"]
