"""Tests of bot.understanding: tables of question -> Query on a small invented lineup, read with the real vocabulary."""
