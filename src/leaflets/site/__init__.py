"""Finished leaflets -> the pages of a download site; writes nothing, and knows no clock and no network."""
