"""Layouts to a document: templates, vocabulary, style and translated text."""
