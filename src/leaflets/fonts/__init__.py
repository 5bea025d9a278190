"""Open faces, their coverage and metrics, subsets and composite glyphs."""
