# The two commands: `make demo` and `make test`. Both set up what they need, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# apt needs root; without it, say what is missing instead of failing half-way.
APT := DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends

.PHONY: demo test lint contracts browser store-tests explorer train lock clean help

help:
	@echo "make demo   set up, load the example documents, write a graph page and a report"
	@echo "make test   set up what tests need and run all of them, with lint, types and import contracts"
	@echo "make explorer  build the page of 'allygraph explore' anew after a change in views/explorer (needs Node 20 or newer)"
	@echo "make train  make the weights of the network anew (an hour or more; EXTRA=folder adds gold documents of your own)"
	@echo "make lock   pin the newest allowed dependencies"
	@echo "make clean  remove the virtual environment and caches"

demo: $(VENV)/.core
	@$(BIN)/allygraph demo

test: $(VENV)/.test lint contracts browser store-tests
	$(BIN)/python -m pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

contracts: $(VENV)/.test
	$(BIN)/lint-imports

# The store tests once more, on the long-term-support release.
store-tests: $(VENV)/.test
	$(BIN)/python -m pytest -m store --neo4j-version 5.26

# What it builds is kept beside the server, so that nothing but this needs Node.
explorer:
	@command -v npm >/dev/null 2>&1 || { echo "Install Node 20 or newer, with npm, and try again (apt-get install npm)."; exit 1; }
	@cd views/explorer && npm ci --no-audit --no-fund --loglevel=error && npm run build

browser:
	@command -v chromium >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && apt-get update -qq && $(APT) chromium >/dev/null; } \
	  || echo "Chromium is not installed: the browser tests will be skipped (apt-get install chromium)."

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Allygraph needs Python 3.11 or newer; give it as PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); [ "$$(id -u)" = 0 ] && apt-get update -qq && $(APT) python3-venv \
	  && $(PYTHON) -m venv $(VENV); } || { echo "Install python3-venv (apt-get install python3-venv) and try again."; exit 1; }

$(VENV)/.core: pyproject.toml requirements/core.txt | $(VENV)/bin/python
	@echo "Installing Allygraph into $(VENV) (once) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/core.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.core
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.train: requirements/train.txt $(VENV)/.core
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/train.txt
	@touch $@

train: $(VENV)/.train
	$(BIN)/python -m training.build --extra $(EXTRA)

lock: $(VENV)/.test
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras \
	  --no-header --upgrade -o requirements/core.txt pyproject.toml --build-deps-for wheel
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras \
	  --no-header --upgrade -c requirements/core.txt --extra test -o requirements/test.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --strip-extras \
	  --no-header --upgrade -c requirements/core.txt --extra train -o requirements/train.txt pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
