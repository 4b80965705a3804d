"""Measurements: they report numbers and are run by `make bench`."""
