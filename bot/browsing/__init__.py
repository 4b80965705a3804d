"""What is known, looked through without a question: sheets, passages in their place. Nothing is understood here."""

from bot.browsing.browser import Browser

__all__ = ["Browser"]
