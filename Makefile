# Two commands are enough: `make build` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: build test check bench extraction specimens style-manual lock clean

build: $(STAMP)  ## set up .venv and build all leaflets into dist/
	$(BIN)/leaflets build

test: $(STAMP)  ## all tests and all linters
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto -q

bench: $(STAMP)  ## speed, as ratios and medians of one run
	$(BIN)/python -m benchmarks

extraction: $(STAMP)  ## how much of every language's text other programs read, as a table
	$(BIN)/python -m benchmarks.extraction

specimens: $(STAMP)  ## a page in each script, docs/specimens.md
	$(BIN)/python -m tools.specimens

style-manual: $(STAMP)  ## each style property with examples, dist/style.pdf
	$(BIN)/leaflets style

lock: $(STAMP)  ## renew the pinned versions
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q -o requirements.lock

$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

clean:
	rm -rf $(VENV) dist
