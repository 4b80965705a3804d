# Two commands: `make` asks the shipped article a question, `make check` runs every check.
# Needs Python 3.11 or newer (with venv and pip), make and git; everything else comes from the two locks into $(VENV).

VENV ?= .venv
UV ?= uv
QUESTION ?= How much is the car that replaces the Spring?
PYTHON ?= $(shell for python in python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
INSTALL := $(BIN)/python -m pip --disable-pip-version-check -qq install --no-compile
LOCKED := $(INSTALL) --only-binary :all: --require-hashes --requirement
PROJECT := $(INSTALL) --no-deps --no-build-isolation --editable .
COMPILE = $(UV) pip compile pyproject.toml --no-config --quiet --upgrade --universal --python-version 3.11 \
	--only-binary :all: --generate-hashes --no-header --no-annotate --group build

# Where people and other processes meet the bot: few tests, each slow.
OUTSIDE := $(addprefix tests/bot/,building cli discord publishing simulation) tests/soak
TESTS = $(BIN)/python -m pytest --durations=12

.PHONY: coverage quick browser pictures ask check lint types contract test test-outside test-inside documents bench scale soak score swaps names sbom lock clean
.DEFAULT_GOAL := ask

ask: $(RUNTIME)
	@$(BIN)/lineup ask "$(QUESTION)"

check: quick test bench

# What takes seconds, side by side.
quick: $(DEVELOPMENT)
	@$(MAKE) --no-print-directory --jobs=2 --keep-going --output-sync=target types lint contract documents sbom

lint: $(DEVELOPMENT)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEVELOPMENT)
	$(BIN)/mypy

contract: $(DEVELOPMENT)
	$(BIN)/lint-imports

# Two halves side by side, and the browser once one is done.
test: $(DEVELOPMENT)
	@$(MAKE) --no-print-directory --jobs=2 --keep-going --output-sync=target test-outside test-inside browser

test-outside:
	$(TESTS) $(OUTSIDE)

test-inside:
	$(TESTS) $(addprefix --ignore=,$(OUTSIDE))

# The tests once more, with what they cover: that takes half as long again, so it is no part of the checks.
coverage: $(DEVELOPMENT)
	$(TESTS) --cov --cov-report=term

# A person on the page of `lineup preview`; skips where there is no chromium.
browser: $(DEVELOPMENT)
	$(BIN)/python -m pytest tests/bot/simulation -m browser -q -rs

# The pictures of the README, taken anew of what the bot shows now.
pictures: $(DEVELOPMENT)
	LINEUP_PICTURES=tests/bot/simulation/pictures $(BIN)/python -m pytest tests/bot/simulation -m browser -q -rs

documents: $(DEVELOPMENT)
	$(BIN)/lineup check

bench: $(DEVELOPMENT)
	$(BIN)/python -m pytest tests/benchmarks -m benchmark --quiet

# How the cost of a question grows, up to a million facts. The large stores take minutes to write and are kept in $(STORES).
STORES ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/lineup-scale
scale: $(DEVELOPMENT)
	$(BIN)/python -m tests.benchmarks.scale --folder "$(STORES)" $(if $(FACTS),--facts $(FACTS))

# A thousand people and 200,000 questions through the whole bot, with two reloads among them; minutes, on one core.
soak: $(DEVELOPMENT)
	$(BIN)/python -m tests.soak.soak

# What the questions beside the checkout say of the answers; floors in .ci/floors.toml.
score: $(RUNTIME)
	$(BIN)/python .ci/score.py --lineup "$(abspath $(BIN))/lineup" $(if $(RAISE),--raise) $(SUITES)

# What it costs to say the articles otherwise: other names, figures, currency, layout. Minutes, so no part of the checks.
swaps: $(RUNTIME)
	$(BIN)/python .ci/swap.py ../shared/evaluation/articles ../shared/evaluation/gold \
		--lineup "$(abspath $(BIN))/lineup" $(if $(SWAPS),--swap $(SWAPS))

# Whether a rule names something of the articles beside the checkout.
names: $(RUNTIME)
	$(BIN)/python .ci/names.py

# The software bill of materials of the image (CycloneDX): the runtime lock, and the extras' pins of the development lock.
EXTRAS := ^\(vl-convert-python\|obstore\|psycopg\|psycopg-binary\)==
BILL := build/sbom.cdx.json
sbom: $(BILL)

$(BILL): requirements.lock requirements-dev.lock pyproject.toml Makefile | $(DEVELOPMENT)
	@mkdir -p $(@D)
	@{ cat requirements.lock && sed -n '/$(EXTRAS)/,/[^\]$$/p' requirements-dev.lock; } | PYTHONWARNINGS=ignore \
		$(BIN)/cyclonedx-py requirements - --pyproject pyproject.toml --output-reproducible --validate --output-file $@
	@echo $@

# Newest versions of everything; both locks hold the same version of what they share.
lock:
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --constraint requirements.lock --all-extras --group dev --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

# The pip of the lock comes first: it installs the rest in half the time.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Lineup needs Python 3.11 or newer: install it, or name it with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@sed -n '/^pip==/,/[^\\]$$/p' requirements.lock > $(VENV)/pip.lock
	@$(LOCKED) $(VENV)/pip.lock

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@$(LOCKED) requirements.lock
	@$(PROJECT)
	@touch $@

# The development lock holds all of the runtime lock, so both stamps are made.
$(DEVELOPMENT): requirements-dev.lock pyproject.toml | $(BIN)/python
	@$(LOCKED) requirements-dev.lock
	@$(PROJECT)
	@touch $(RUNTIME) $@
