# One place for everything a developer or an operator types. Plain `make` lists it.

PORT ?= 8000
SIZES ?= 10000,100000
TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/newsroom

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
INSTALLED := .venv/.installed
PYTEST := $(PYTHON) -m pytest -q
# What `make check` starts the settings with: a production's environment, with no secret of this machine in it.
LIKE_PRODUCTION := env -u DEBUG -u DATABASE_URL -u REDIS_URL -u SITE -u DESK_URL VAR_DIR=var/check \
	SITE_URL=https://news.example.org \
	SECRET_KEY=only-for-checks-4a9c1e7b3d5f8026-b1d3f5a7c9e0246813579 \
	CONFIDENTIAL_KEYS=b25seS1mb3ItY2hlY2tzLW9ubHktZm9yLWNoZWNrcy0= \
	REDIS_URL=redis://127.0.0.1:6379/0

.DEFAULT_GOAL := help
.PHONY: help install run test test-postgres test-browser bench bench-scale check format clean

help: ## List what there is to type
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' Makefile

install: $(INSTALLED) ## Make .venv and install requirements.txt into it

$(INSTALLED): requirements.txt
	@found=; for python in python3.11 python3.12 python3.13 python3.14 python3; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Python 3.11 or newer is needed, and was not found." >&2; exit 1; fi; \
	test -x $(PYTHON) || $$found -m venv .venv
	@echo "Installing what requirements.txt lists ..."
	@$(PYTHON) -m pip install -qq --disable-pip-version-check --no-input --requirement requirements.txt
	@touch $@

run: $(INSTALLED) ## Start the newsroom on 127.0.0.1:$PORT, with a demo the first time
	@PORT=$(PORT) $(PYTHON) -m newsroom.first_run
	@exec env PORT=$(PORT) $(PYTHON) -m newsroom.serve

test: $(INSTALLED) ## The tests, on SQLite
	@env -u DATABASE_URL $(PYTEST) -n 2

test-postgres: $(INSTALLED) ## The same tests on PostgreSQL ($TEST_DATABASE_URL)
	@DATABASE_URL=$(TEST_DATABASE_URL) $(PYTEST) -n 2

test-browser: $(INSTALLED) ## The tests in a real Chromium
	@env -u DATABASE_URL $(PYTEST) --override-ini 'addopts=-p tests.environment --strict-markers' -n 2 --dist loadfile tests/browser || [ $$? -eq 5 ]

check: $(INSTALLED) ## Lint, formatting, missing migrations, system checks, the architecture
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(LIKE_PRODUCTION) $(MANAGE) makemigrations --check --dry-run
	@$(LIKE_PRODUCTION) $(MANAGE) check --fail-level WARNING
	@for site in both public desk; do $(LIKE_PRODUCTION) SITE=$$site $(MANAGE) check --deploy --fail-level WARNING || exit 1; done
	@env -u DATABASE_URL $(PYTEST) tests/test_architecture.py

bench: $(INSTALLED) ## What pages cost, against the plainest Django view; on PostgreSQL, in a database of its own
	@$(PYTHON) -m newsroom.bench $(TEST_DATABASE_URL)

bench-scale: $(INSTALLED) ## The same pages and the desk's lists with 10,000 and 100,000 stories (SIZES=…); takes long
	@DATABASE_URL=$(TEST_DATABASE_URL) PAGE_CACHE=off $(MANAGE) bench reading --sizes $(SIZES)

format: $(INSTALLED) ## Put the code into its one format
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

clean: ## Remove what can be made again; var/ (your newsroom) stays
	rm -rf .venv staticfiles .pytest_cache .ruff_cache .hypothesis var/check var/ci
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
