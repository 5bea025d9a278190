"""Speed and memory of the whole: `python -m benchmarks`."""
