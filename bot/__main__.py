"""`python -m bot` is `lineup`: what the bot starts when it builds in a child process."""

from bot.cli import main

if __name__ == "__main__":  # a helper of the build imports this module, and must not start a build of its own
    main()
