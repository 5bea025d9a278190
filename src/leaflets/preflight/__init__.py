"""PDF files read back: what is shown, what is read aloud, and whether the ink is right."""
