"""Publish an information leaflet in many languages: gettext catalogs in, print-ready PDFs out."""
