# make site   sets up everything it needs and builds the sample site, examples included, into site/
# make test   sets up everything and runs every check and test, the browser tests included
# make lock   renews the hashed lock of all dependencies

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: mutants site serve test check lint schemas lock bench clean browser

site: $(VENV)/site.ready
	$(BIN)/oit build --data data --site site

serve: $(VENV)/site.ready
	$(BIN)/oit serve --data data

test: $(VENV)/test.ready browser lint
	$(BIN)/python -m pytest

lint: $(VENV)/test.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: $(VENV)/site.ready
	$(BIN)/oit check --data data

schemas: $(VENV)/site.ready
	$(BIN)/oit schema --out schemas

bench: $(VENV)/test.ready
	$(BIN)/python bench/build.py
	$(BIN)/python bench/serve.py
	$(BIN)/python -m bench.check
	$(BIN)/python bench/procurement.py

# Debian's Chromium, for the browser tests: installed where this user may, asked for where not.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || sh scripts/need chromium "make test"

# Debian's Python comes without ensurepip, which a virtual environment needs for its pip.
$(VENV)/bin/pip:
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || sh scripts/need python3-venv "make"
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.ready: requirements.lock pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.ready: requirements-dev.lock $(VENV)/site.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@

lock:
	uv pip compile --quiet --universal --generate-hashes --no-annotate --python-version 3.11 pyproject.toml requirements-build.in --output-file requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-annotate --python-version 3.11 pyproject.toml requirements-build.in --all-extras --group dev --output-file requirements-dev.lock

# How much of what matters the checks find; writes docs/mutation.md (some minutes).
mutants: $(VENV)/test.ready
	$(BIN)/python -m tests.mutation

clean:
	rm -rf $(VENV) build site
