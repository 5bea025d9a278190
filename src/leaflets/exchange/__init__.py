"""Texts handed to people with a spreadsheet or a word processor, and taken back."""
