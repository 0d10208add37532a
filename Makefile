# make site   sets up everything it needs and builds the sample site, examples included, into site/
# make pdf    the same with every item and year as PDF
# make test   sets up everything and runs every check and test, the browser tests included
# make test T=tests/test_figures.py K=digits   runs a part: the tests of T, those whose names have K; without lint
# make accessibility   runs the accessibility tests and renews what the statement says of them
# make lists  renews lists/, what is asked of agencies as JSON for other programs
# make lock   renews the hashed lock of all dependencies
# make sbom   renews the bill of materials from the lock
# make lighthouse   looks at pages of the sample as a phone on a slow line does (Node 18.20 or later)
# make pictures   takes the pictures of the desk and of a table in docs/ again

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than there are processors: some tests wait for a browser or a server.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

# Tests start the program some hundred times; where the machine forbids it to keep what it compiled, each start compiles all of it.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: accessibility pictures layouts mutants site serve test check lint lists schemas lock sbom lighthouse bench bench-short clean browser pdf paper

site: $(VENV)/site.ready
	$(BIN)/oit build --data data --site site

# The same site with every item and year as PDF; some minutes the first time, then only what has changed.
pdf: $(VENV)/test.ready paper
	$(BIN)/oit build --data data --site site --pdf

serve: $(VENV)/site.ready
	$(BIN)/oit serve --data data

ifeq ($(T)$(K),)
test: $(VENV)/test.ready browser paper lint
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder
else
test: $(VENV)/test.ready
	$(BIN)/python -m pytest $(T) $(if $(K),-k '$(K)')
endif

lint: $(VENV)/test.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

check: $(VENV)/site.ready
	$(BIN)/oit check --data data

schemas: $(VENV)/site.ready
	$(BIN)/oit schema --out schemas

lists: $(VENV)/site.ready
	$(BIN)/oit catalogue export --out lists

bench: $(VENV)/test.ready
	$(BIN)/python bench/build.py --readme
	$(BIN)/python bench/edit.py
	$(BIN)/python bench/serve.py
	$(BIN)/python bench/desk.py
	$(BIN)/python -m bench.check
	$(BIN)/python bench/procurement.py
	$(BIN)/python -m bench.pdf

# Builds of 500 pages beside Hugo and stock, and checks: two rounds, or one where that took ten minutes already.
bench-short: $(VENV)/test.ready
	$(BIN)/python bench/build.py --pages 500 --runs 2 --minutes 10 --readme
	$(BIN)/python -m bench.check --runs 1 --rows 10000

sbom: $(VENV)/site.ready
	$(BIN)/python scripts/sbom.py > sbom.cdx.json

lighthouse: $(VENV)/test.ready browser
	@command -v npm >/dev/null || sh scripts/need npm "make lighthouse"
	$(BIN)/python -m bench.lighthouse

# Debian's Chromium, for the browser tests: installed where this user may, asked for where not.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || sh scripts/need chromium "make test"

# Pango, for PDFs: it finds where Thai words end. HarfBuzz takes the letters that a PDF needs out of the typeface.
paper: $(VENV)/test.ready
	@$(BIN)/python -W error -c "import weasyprint" >/dev/null 2>&1 || \
	{ sh scripts/need libpangoft2-1.0-0 "printing PDFs" && sh scripts/need libharfbuzz-subset0 "printing PDFs"; }

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

# What axe-core and the HTML checker find on the sample; writes generator/models/accessibility.yaml (some minutes).
accessibility: $(VENV)/test.ready browser
	$(BIN)/python -m pytest tests/test_accessibility.py --update

# How much of what matters the checks find; writes docs/mutation.md (some minutes).
mutants: $(VENV)/test.ready
	$(BIN)/python -m tests.mutation

# What the audit finds in every layout of published pages; writes docs/audit.md (three minutes).
layouts: $(VENV)/test.ready
	$(BIN)/python -m tests.layouts

# The desk, and what is said of a table, as the manual shows them; look at each afterwards.
pictures: $(VENV)/test.ready browser
	$(BIN)/python scripts/pictures.py

clean:
	rm -rf $(VENV) build site
