"""The very same bot on a simulated Discord, for people without a server. Only this package knows simcord."""
