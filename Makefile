# mockview: `make` lists the tasks.
PYTHON ?= python3
BIN := .venv/bin
DEMO := demo
CODE := simulator tests benchmarks tools training
COMPILE := $(BIN)/uv pip compile pyproject.toml --extra full --extra espeak \
	--group test --group lint --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet \
	-o requirements.lock

.DEFAULT_GOAL := help
.PHONY: help set-up demo test coverage soak lint format judge bench interviews screenshots peers lock upgrade clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

set-up: ## make .venv with everything that is needed
	@$(PYTHON) tools/set_up.py

demo: set-up ## a whole interview for a manager, with sample answers
	@MOCKVIEW_HOME="$(CURDIR)/$(DEMO)" $(BIN)/mockview run --role manager --answers sample \
		--no-input --seed 7 --recordings $(DEMO)
	@echo "To type mockview as it stands here, say first: . $(BIN)/activate"

test: set-up ## all tests, with a virtual sound card and a browser where they may be installed
	@if tools/sound_packages.sh; then export TESTS_NEED_SOUND=1; fi; \
	tools/watching_packages.sh; \
	if tools/browser_packages.sh; then export TESTS_NEED_BROWSER=1; fi; \
	$(BIN)/python -m pytest $(COVERAGE)

coverage: ## the same, and which lines they miss (slower: every program that tests start is watched)
	@$(MAKE) test COVERAGE="--cov --cov-report=term:skip-covered"

soak: set-up ## try what docs/reliability.md promises as often as it says (a quarter of an hour; Linux, root)
	@$(BIN)/python -m pip install --quiet --target .soak --upgrade atheris==3.0.0
	@if tools/sound_packages.sh; then export TESTS_NEED_SOUND=1; fi; \
	tools/watching_packages.sh; $(BIN)/python tools/soak.py

lint: set-up ## style, types, and the layout of the rooms
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: set-up ## put the code in the house style
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

bench: set-up ## measure, for an hour; RECORDINGS=folder (or folders in it) of NAME.flac beside NAME.txt; TOGETHER="NAME=set,set"
	@test -n "$(RECORDINGS)" || { echo "Name a folder of answers: make bench RECORDINGS=path"; exit 2; }
	$(BIN)/python benchmarks/speech.py "$(RECORDINGS)" $(foreach sets,$(TOGETHER),--together "$(sets)")
	$(BIN)/python benchmarks/instant.py "$(RECORDINGS)"
	$(BIN)/python benchmarks/verdicts.py
	$(BIN)/python benchmarks/cost.py $$(find "$(RECORDINGS)" -name '*.flac' | sort | head -5)

screenshots: set-up ## pictures of the report, for docs/report; RECORDINGS=folder for another interview
	@PYTHONPATH=. $(BIN)/python tools/screenshots.py "$(RECORDINGS)"

judge: set-up ## train the judge of talking points, and what it knows of sentences, anew (torch, into .judge; six hours and a half)
	$(PYTHON) -m venv .judge
	.judge/bin/python -m pip install --quiet -r training/requirements.txt
	.judge/bin/python training/train.py --without-questions-like answers
	.judge/bin/python training/learnt.py
	$(BIN)/python training/fit.py

interviews: set-up ## ten scripted candidates through whole interviews by voice, told in docs/interviews
	$(BIN)/python tools/interviews.py

peers: set-up ## install other programs to measure against (900 MB, into .peers)
	$(BIN)/python -m pip install --quiet --target .peers erm==0.4.0

lock: set-up ## write requirements.lock for pyproject.toml, keeping the versions it holds
	@$(BIN)/python -m pip install --quiet uv
	$(COMPILE)

upgrade: set-up ## write requirements.lock with the newest versions of everything
	@$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --upgrade

clean: ## remove what can be made again
	rm -rf .venv .peers .judge training/.base training/.placed-* .soak $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage*
