"""Text to lines: itemise, order, shape, break."""
