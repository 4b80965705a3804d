"""Tests mirror the modules they test; whole journeys stand in folders of their own."""
