PYTHON ?= python3
BIN := .venv/bin
# --no-deps: the lock holds the whole closure, and pip 23 refuses extras (sqlalchemy[asyncio]) beside hashes
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps
RUN_STAMP := .venv/.run-stamp
DEV_STAMP := .venv/.dev-stamp

.PHONY: run test test-faults test-server score bench fuzz lint hooks lock

run: $(RUN_STAMP) ## read the sample pages into data/banmian.duckdb
	$(BIN)/banmian run

test: $(DEV_STAMP) ## the tests (minutes)
	$(BIN)/python -m pytest

test-faults: $(DEV_STAMP) ## runs killed at 30 points, full disks, damaged files, many readers (an hour)
	$(BIN)/python -m pytest -m long tests/flows/test_faults.py tests/flows/test_at_once.py --durations=0

test-server: $(DEV_STAMP) ## Prefect on PostgreSQL: runs on schedule, held and killed; banmian serve alone; a Dask cluster (minutes; needs postgresql)
	$(BIN)/python -m pytest -m server tests/flows --durations=0

SHARED ?= $(or $(BANMIAN_SHARED),../shared)

score: $(DEV_STAMP) ## every score of the quality gate, as tests/quality/floors.json holds them
	$(BIN)/python tests/made/scoring.py $(SHARED)

bench: $(DEV_STAMP) ## how fast pages are read, as ratios in one run
	$(BIN)/python tests/bench/bench_reading.py
	$(BIN)/python tests/bench/bench_forms.py

fuzz: $(DEV_STAMP) ## 2,000 damaged files of each form are read or refused (minutes)
	$(BIN)/python -m pytest -m long tests/forms/test_fuzz.py tests/forms/test_fuzz_containers.py

hooks: $(DEV_STAMP) ## the same checks before every commit
	$(BIN)/pre-commit install

lint: $(DEV_STAMP) ## style, types and the arrows between packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: ## renew the lock files (needs uv)
	uv pip compile -q --no-header --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile -q --no-header --python-version 3.11 --generate-hashes pyproject.toml --group dev --extra ocr --extra dask -c requirements.lock -o requirements-dev.lock

.venv/bin/python:
	$(PYTHON) -m venv .venv

$(RUN_STAMP): requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing the locked packages into .venv (about a minute)"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) -e .
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(RUN_STAMP)
	@echo "installing the locked test packages into .venv"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
