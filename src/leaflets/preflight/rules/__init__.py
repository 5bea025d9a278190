"""One rule a file; the module, the function and the id have one name."""
