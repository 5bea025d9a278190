"""The sample documents of tests/pdf."""

import importlib.util
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "pdf" / "conftest.py"

spec = importlib.util.spec_from_file_location("sample_documents", SOURCE)
sample_documents = sys.modules["sample_documents"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sample_documents)

samples = sample_documents.samples
