# make build   the dataset: dist/ from the pages in seeds/
# make test    every promise about it
# Both make .venv where there is none and install what they need, in the versions of requirements.lock.

VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements.lock
WORKERS ?= 2

# The first Python that is new enough and can make an environment; `make build PYTHON=/path/to/python3` takes another.
FIT := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON := $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,\
	$(shell $(name) -c '$(FIT)' >/dev/null 2>&1 && echo $(name))))
endif
CHECK_PYTHON = $(if $(PYTHON),,$(error no Python 3.11 or newer that can make an environment was found: install one \
	(on Debian and Ubuntu the packages python3 and python3-venv) or name it, as in: make build PYTHON=/path/to/python3))

# Stamps: what has been installed into the environment, and from which lock.
MADE := $(VENV)/.made
RUNTIME := $(VENV)/.runtime
TESTING := $(VENV)/.testing

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

HAS_BROWSER := command -v chromium >/dev/null
GET_BROWSER := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get -qq update >/dev/null && apt-get -qq install chromium >/dev/null 2>&1

.PHONY: help build test package docs readme accuracy lock clean
.DEFAULT_GOAL := help

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build: $(RUNTIME) ## build dist/ from seeds/ and say what was read
	@$(BIN)/readouts build seeds --out dist

test: $(TESTING) ## run every test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

package: $(TESTING) ## build the sdist and the wheel into build/py
	@$(BIN)/python -m build --no-isolation --outdir build/py .

docs: $(TESTING) ## build the documentation site into build/docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet
	@echo "build/docs/index.html"

readme: $(TESTING) ## write what the examples of the README and of docs/ print today into them
	@$(BIN)/python tests/test_readme.py
	@$(BIN)/python tests/test_docs.py

accuracy: $(TESTING) ## write how far the reader agrees with tests/gold today into the README
	@$(BIN)/python tests/test_accuracy.py

lock: ## write requirements.lock anew: the newest versions that the ranges of pyproject.toml allow
	@rm -rf build/lock
	@$(CHECK_PYTHON)$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --quiet install --upgrade pip
	@build/lock/bin/python -m pip --quiet install --editable ".[html,hub]" --group dev
	@{ sed -n '/^#/p' $(LOCK); build/lock/bin/python -m pip --quiet freeze --all --exclude-editable --exclude setuptools; } > build/lock/new
	@mv build/lock/new $(LOCK)
	@rm -rf build/lock

clean: ## remove the environment and everything built, but dist/
	@rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(MADE): $(LOCK)
	@$(CHECK_PYTHON)$(PYTHON) -c '$(FIT)' || { echo "$(PYTHON) is older than 3.11 or has no venv" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade pip --constraint $(LOCK)
	@touch $@

$(RUNTIME): $(MADE) pyproject.toml
	@echo "installing what the build needs into $(VENV)"
	@$(PIP) install --editable . --constraint $(LOCK)
	@touch $@

$(TESTING): $(RUNTIME)
	@echo "installing what the tests need into $(VENV)"
	@$(PIP) install --editable ".[html,hub]" --group dev --constraint $(LOCK)
	@$(HAS_BROWSER) || { echo "installing chromium, for the explorer's tests"; $(GET_BROWSER); } || \
	    echo "THERE IS NO chromium, and it could not be installed: the explorer's tests will be skipped" >&2
	@touch $@
