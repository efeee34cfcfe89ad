# Everything runs in a virtual environment of its own, .venv. Needed: Python 3.11 or newer, make and the package index.
#
#   make demo    read the sample documents into ./demo/communique.db and show what was found
#   make test    linters, types, layer contracts and the whole test suite
#   make lint    the same without the tests
#   make compiled  build a compiled wheel into dist/ and compare it with what stands here (needs a C compiler, 4 minutes)
#   make clean   remove .venv, caches and what demo and builds wrote
#
# Another interpreter: make PYTHON=/path/to/python3.12 test

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
SOURCES := $(shell find communique -type f ! -name '*.pyc')
RECORD := demo/communique.db
SAMPLE := samples/documents/wellington-call.html
PAGE := demo/sample.html

.PHONY: demo test lint compiled clean
.DELETE_ON_ERROR:

demo: $(VENV)/.installed
	@mkdir -p demo && rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	$(BIN)/communique add samples/documents --record $(RECORD)
	@echo
	$(BIN)/communique documents --record $(RECORD)
	@echo
	$(BIN)/communique facts --record $(RECORD) --type meeting --limit 3
	@echo
	$(BIN)/communique facts --record $(RECORD) --actor Moldova --since 2025-03 --limit 3
	@echo
	$(BIN)/communique read $(SAMPLE) --format html --output $(PAGE)
	@echo
	@echo "The record is in $(RECORD): ask it with $(BIN)/communique facts --record $(RECORD) --help"
	@echo "The last document with every fact marked on its words: file://$(CURDIR)/$(PAGE)"

test: lint
	$(BIN)/pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The same Python, compiled by mypyc: for archives. It must find the same facts. Built from a copy, as what is compiled is
# left beside its source, where it would be imported instead.
compiled: $(VENV)/.installed-dev
	@command -v cc >/dev/null || { echo "make compiled needs a C compiler, such as gcc" >&2; exit 1; }
	rm -rf build/compiled build/source && mkdir -p build/compiled build/source dist
	cp -R communique pyproject.toml README.md LICENSE NOTICE build/source
	HATCH_BUILD_HOOKS_ENABLE=1 $(PIP) wheel --no-deps -w build/compiled ./build/source
	$(PIP) install --no-deps --target build/compiled build/compiled/communique-*.whl
	mv build/compiled/communique-*.whl dist/
	$(BIN)/python benchmarks/compiled.py build/compiled

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Communique needs Python 3.11 or newer: make PYTHON=/path/to/python3 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The demo installs the package as a user would; where the tests' editable install is in place, that one serves.
$(VENV)/.installed: pyproject.toml $(SOURCES) | $(BIN)/python
	@test -e $(VENV)/.installed-dev || { echo "Installing into $(VENV) ..." && $(PIP) install .; }
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV), with the tools for tests ..."
	@$(PIP) install -e '.[dev]'
	@touch $@
