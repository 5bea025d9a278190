"""Rules that judge catalogs, layouts and pages: one file per rule."""
