"""Tests of documents, vocabulary, extraction and the store."""
