"""What people can do by command: ask, and look through what is known."""
