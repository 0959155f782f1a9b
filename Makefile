# mockview: `make` lists the tasks.
PYTHON ?= python3
BIN := .venv/bin
DEMO := demo

.DEFAULT_GOAL := help
.PHONY: help set-up demo test lint format bench lock clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

set-up: ## make .venv with everything that is needed
	@$(PYTHON) tools/set_up.py

demo: set-up ## a whole interview for a manager, with sample answers
	@MOCKVIEW_HOME=$(CURDIR)/$(DEMO) $(BIN)/mockview run --role manager --answers sample --no-input --seed 7 --recordings $(DEMO)
	@echo "Read it again with: $(BIN)/mockview review --recordings $(DEMO)"

test: set-up ## all tests, with a virtual sound card where one may be installed
	@tools/sound_packages.sh
	@if command -v pulseaudio >/dev/null 2>&1; then export MOCKVIEW_TESTS_NEED_SOUND=1; fi; \
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: set-up ## style, types, and the layout of the rooms
	$(BIN)/ruff check simulator tests benchmarks tools
	$(BIN)/ruff format --check simulator tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports

format: set-up ## put the code in the house style
	$(BIN)/ruff check --fix simulator tests benchmarks tools
	$(BIN)/ruff format simulator tests benchmarks tools

bench: set-up ## measure; RECORDINGS=folder of NAME.flac beside NAME.txt (what was said)
	@test -n "$(RECORDINGS)" || { echo "Name a folder: make bench RECORDINGS=path"; exit 2; }
	$(BIN)/python benchmarks/speech.py $(RECORDINGS)
	$(BIN)/python benchmarks/cost.py $$(ls $(RECORDINGS)/*.flac | head -5)

lock: set-up ## settle the versions of everything anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra full --extra espeak --group test --group lint --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade --quiet -o requirements.lock

clean: ## remove what can be made again
	rm -rf .venv $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
