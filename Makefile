# Two commands do all the set-up on a fresh Debian: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: site test bench bench-convert bench-search check clean docs messages

site: $(VENV)/installed
	$(BIN)/threadsite build
	@echo "The demo site is in public/. Look at it: open public/index.html, or run"
	@echo "  $(BIN)/threadsite serve"

test: $(VENV)/installed-for-tests $(VENV)/system-for-tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n logical --maxprocesses=4 --dist worksteal

# What is made of the source: the reference in docs/themes.md, and the catalogs' messages.
docs: $(VENV)/installed
	$(BIN)/python tools/themedocs.py

messages: $(VENV)/installed-for-tests
	$(BIN)/python tools/messages.py

# BENCH may hold options: make bench BENCH='--size 100000 --only hugo'
bench: .bench/installed
	.bench/venv/bin/python benchmarks/build.py $(BENCH)

# make bench-convert BENCH='--pages 22000 --kind folder'
bench-convert: .bench/installed
	.bench/venv/bin/python benchmarks/conversion.py $(BENCH)

# make bench-search BENCH='--size 100000'; beside Pagefind, where npm can install it
bench-search: .bench/installed .bench/node_modules $(VENV)/system-for-tests
	.bench/venv/bin/python benchmarks/search.py $(BENCH)

.bench/node_modules:
	-npm install --silent --no-audit --no-fund --prefix .bench pagefind

.bench/installed: pyproject.toml
	$(PYTHON) -m venv .bench/venv
	.bench/venv/bin/python -m pip install -q -e '.[bench]'
	@touch $@

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || ($(ROOT) apt-get update -q && \
	  $(ROOT) apt-get install -y -q --no-install-recommends python3-venv && $(PYTHON) -m venv $(VENV))

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install -q -e .
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install -q -e '.[test]'
	@touch $@

# The tests of reading need a browser, those of deploying a real sshd, rsync and git, those of
# redirects real web servers. The run level keeps these from being started.
$(VENV)/system-for-tests: $(VENV)/bin/python
	@for program in chromium sshd ssh ssh-keygen rsync git nginx apache2; do \
	  PATH="$$PATH:/usr/sbin" command -v $$program >/dev/null || missing=1; done; \
	if [ -n "$$missing" ]; then \
	  $(ROOT) apt-get update -q && \
	  $(ROOT) env RUNLEVEL=1 apt-get install -y -q --no-install-recommends chromium fonts-noto-core \
	    fonts-noto-cjk openssh-server openssh-client rsync git nginx apache2-bin; fi
	@touch $@

clean:
	rm -rf $(VENV) .bench public .threadsite
