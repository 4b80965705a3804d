"""The fact store: one SQLite file, written beside the old one, checked, swapped in, and from then on only read."""
