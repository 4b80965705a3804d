"""Tests of understanding, answering, wording and the places where questions are asked."""
