"""Sheets and pages to PDF bytes."""
