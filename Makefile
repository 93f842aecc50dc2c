# make demo   install, build a graph from seeds/ and ask it one question
# make scores measure how well the texts are read, as the README says it
# make test   everything that must hold before a change is handed in
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GRAPH := build/graph.kgl
PACKAGES := graph extractors schema queries
SOURCES := $(shell find $(PACKAGES) -name '*.py' -o -name '*.toml' -o -name '*.txt' -o -name '*.csv' -o -name '*.yaml' 2>/dev/null)
SEEDS := $(shell find seeds -type f 2>/dev/null)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test scores lint types check format clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile
	@echo "make lint, make types, make check   the parts of make test: style, types, tests"
	@echo "make format   put the code in its standard form"
	@echo "make clean    remove what was built (the environment stays)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: name one with 'make PYTHON=python3.12 ...'." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "Python lacks its venv module: install it with 'sudo apt install python3-venv'." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing chronicle-graph and what it needs into $(VENV) ..." >&2
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

$(GRAPH): $(VENV)/.installed $(SOURCES) $(SEEDS)
	@mkdir -p $(@D)
	@$(BIN)/graph build seeds --to $@
	@touch $@

demo: $(GRAPH)
	@echo "Which posts did 欧阳明川 hold, as two chronicles of one county tell it?"
	@$(BIN)/graph query person-posts -p person=欧阳明川 --on $(GRAPH)
	@echo
	@echo "Next:"
	@echo "  $(BIN)/graph query                          every question it can answer"
	@echo "  $(BIN)/graph export --format turtle -o build/graph.ttl"
	@echo "  $(BIN)/graph build YOUR-CHRONICLE.txt --place 四川省成都市 --year 2024"

scores: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.readme_tables

test: lint types check

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	@$(BIN)/mypy

check: $(VENV)/.installed-dev
	@$(BIN)/pytest --quiet --cov --cov-report=term

format: $(VENV)/.installed-dev
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

clean:
	@rm -rf build .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find $(PACKAGES) tests -name __pycache__ -type d -prune -exec rm -rf {} +
