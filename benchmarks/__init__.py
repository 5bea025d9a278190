"""Speed of the whole, as medians of one run."""
