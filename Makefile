# Two commands matter: `make run` starts Factcheck, `make test` tests it. `make help` lists the others.
# Needs Python 3.11 or newer with venv, git and make; works with GNU make 3.81 (macOS).

PORT ?= 8000
BIN := .venv/bin
PY := $(BIN)/python
BASE := .venv/.stamp-base
DEV := .venv/.stamp-dev
# One pytest process per core, eight at most: each has a database of its own.
PYTEST := $(PY) -m pytest
PARALLEL ?= -n auto --maxprocesses 8
DEVELOPMENT := DEBUG=1
PRODUCTION := ENV_FILE=no-such-file DEBUG=0 ALLOWED_HOSTS=factcheck.example.org

.DEFAULT_GOAL := help
.PHONY: help run test check lint types imports migrations deploy test-run test-postgres test-browser bench docs fmt lock

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

# --- the environment: .venv, filled from the lock files --------------------------------------------------

$(PY):
	@.ci/venv create

$(BASE): requirements/base.txt $(PY)
	@.ci/venv install base

$(DEV): requirements/dev.txt $(PY)
	@.ci/venv install dev
	@touch $(BASE)

# --- use --------------------------------------------------------------------------------------------------

# Never overwritten: who has a .env has chosen.
.env:
	@printf '%s\n' '# Written by make run: this copy is for development. .env.example lists every setting.' 'DEBUG=1' >.env

run: $(BASE) .env ## start Factcheck with demo data on port 8000 (PORT=8001 for another)
	@$(DEVELOPMENT) $(PY) manage.py migrate --verbosity 0
	@$(DEVELOPMENT) $(PY) manage.py seed --stage approved --if-empty
	@echo "Factcheck opens on http://127.0.0.1:$(PORT)/ (Ctrl+C stops it)"
	@$(DEVELOPMENT) exec $(PY) manage.py runserver 127.0.0.1:$(PORT)

test: $(DEV) ## run the tests on SQLite, without a browser
	@env -u DATABASE_URL $(PYTEST) $(PARALLEL)

check: test lint types imports migrations deploy test-run test-browser test-postgres ## everything that .ci/run checks

# --- the parts of `make check` ----------------------------------------------------------------------------

lint: $(DEV) ## check style and formatting of Python and templates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@find templates -name '*.html' | xargs $(BIN)/djade --check --target-version 5.2

types: $(DEV) ## check types
	@$(DEVELOPMENT) $(BIN)/mypy

imports: $(DEV) ## check that imports only go down
	@$(BIN)/lint-imports --no-logo

migrations: $(DEV) ## check that the migrations are complete
	@$(DEVELOPMENT) $(PY) manage.py makemigrations --check --dry-run

deploy: $(DEV) ## check the production settings
	@$(PRODUCTION) SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))') \
		$(PY) manage.py check --deploy --fail-level WARNING

test-run: $(BASE) ## check that `make run` answers, with a new database
	@.ci/start

test-postgres: $(DEV) ## run the tests on PostgreSQL: TEST_DATABASE_URL, else a throw-away cluster
	@.ci/postgres $(PYTEST) $(PARALLEL)

test-browser: $(DEV) ## walk through the app in Chromium (CHROMIUM=path for another)
	@env -u DATABASE_URL $(PYTEST) -m browser tests/browser

# --- work -------------------------------------------------------------------------------------------------

bench: $(DEV) ## print the figures of speed and quality, each with what it is compared with
	@$(DEVELOPMENT) $(PY) -m benchmarks

docs: $(DEV) ## write docs/lifecycle.md and docs/permissions.md anew from the code
	@env -u DATABASE_URL WRITE_DOCS=1 $(PYTEST) -q tests/test_docs.py

fmt: $(DEV) ## format Python and templates
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .
	@find templates -name '*.html' | xargs $(BIN)/djade --target-version 5.2

# One version of each package for every Python and system (fewest): what was tested is what runs.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest --quiet \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

lock: ## write requirements/*.txt anew from pyproject.toml (needs uv; UPGRADE=--upgrade for newer versions)
	$(LOCK) $(UPGRADE) --output-file requirements/base.txt
	$(LOCK) $(UPGRADE) --constraint requirements/base.txt --extra postgres --extra redis \
		--output-file requirements/server.txt
	$(LOCK) $(UPGRADE) --constraint requirements/base.txt --group dev --output-file requirements/dev.txt
