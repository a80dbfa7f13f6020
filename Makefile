# The two commands of the README are `make draft` and `make test`; everything else is for those who change the project.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run-installed
DEV    := $(VENV)/.dev-installed
LOCK   := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links

.PHONY: draft test check bench results pictures rules schemas lock clean

draft: $(RUN)
	@mkdir -p build
	@$(BIN)/cthb-reports draft examples/2017 -o build/report-2017.docx -o build/report-2017.md

test: $(DEV)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV)
	@$(BIN)/python benchmarks/run.py

# The sets of files below are made by hand, when what they show has changed.
results: $(DEV)
	@mkdir -p build
	$(BIN)/python benchmarks/run.py > build/results.md
	cp build/results.md benchmarks/RESULTS.md

pictures: $(DEV)
	$(BIN)/python docs/pictures.py

schemas: $(RUN)
	$(BIN)/cthb-reports schema -o examples/schemas

rules: $(RUN)
	$(BIN)/cthb-reports explain --markdown > docs/rules.md

# Exact versions with hashes, for every platform and Python from 3.11 on. `make lock` takes the newest that the ranges allow.
lock:
	$(PYTHON) -m venv build/lock && build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile $(LOCK) --upgrade --extra build pyproject.toml -o requirements.lock
	build/lock/bin/uv pip compile $(LOCK) --upgrade --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cthb-reports needs Python 3.11 or later; say for example: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
