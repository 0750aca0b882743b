# make run · make test · make check: each prepares its own environment.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
DATABASE_POSTGRES ?= postgres://postgres@127.0.0.1:5432/motcua
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help run test check fast fix bench docs

help:
	@echo "make run    install, load the demo office, serve it at http://127.0.0.1:8000 (PORT=8001 for another)"
	@echo "make test   the tests on SQLite, and the journeys in a browser where chromium is installed"
	@echo "make check  ruff, mypy, floors, docs, the law files, the wheel, the tests on PostgreSQL when it answers"
	@echo "make fast   the unit tests only     make fix    format and mend what is mechanical"
	@echo "make bench  the benchmarks          make docs   regenerate docs/map.md and docs/states.md"

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt
	@touch $@

run: $(VENV)/run.stamp
	MOTCUA_DEMO=on $(BIN)/motcua run --port $(PORT)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -n 2
	$(BIN)/python -m pytest -q tests/journeys

fast: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -n 2 -m "not slow" motcua tests/house

fix: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy motcua
	$(BIN)/motcua check-law
	$(BIN)/motcua makemigrations --check --dry-run
	$(BIN)/python -m motcua.docs --check
	$(BIN)/python tests/wheel.py
	$(BIN)/python tests/postgres.py "$(DATABASE_POSTGRES)"

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench

docs: $(VENV)/dev.stamp
	$(BIN)/python -m motcua.docs
