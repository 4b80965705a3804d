"""What an operator does with documents and their reviews, wherever it is asked for: no discord and no terminal here."""
