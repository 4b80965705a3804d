"""`python -m bot` is `lineup`: what the bot starts when it builds in a child process."""

from bot.cli import main

main()
