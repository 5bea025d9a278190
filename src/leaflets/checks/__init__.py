"""Finished data to findings."""
