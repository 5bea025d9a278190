"""Finished PDFs -> pictures of their pages."""
