"""What is shown, laid out for Discord: pure functions, nothing is sent from here."""
