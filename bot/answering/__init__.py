"""From a Query and a fact store to a Finding: what is replied, before it is put into words."""

from bot.answering.answering import Answering

__all__ = ["Answering"]
