# Everything stepcare does from a fresh clone. Each target installs what it is missing first, and nothing else.
# A machine without apt that has the libraries already: make run SETUP=true

SETUP ?= .ci/setup
SCENARIO ?= Scenarios/north-essex.yaml
FORECAST ?= forecast

.PHONY: help setup run test bench format notebooks

help:
	@echo "make run        forecast $(SCENARIO) and write the report to $(FORECAST)/"
	@echo "make test       build, and run every test, check and notebook"
	@echo "make bench      time the kernel and the simulation against their peers"
	@echo "make notebooks  execute the notebooks in a virtual environment of their own"
	@echo "make format     format the Swift sources in place"
	@echo "make setup      install the Debian packages that are missing"

setup:
	@$(SETUP) test

run:
	@$(SETUP) run
	@echo "==> Building stepcare (release)"
	@swift build -c release --product stepcare
	@echo "==> Forecasting $(SCENARIO)"
	@.build/release/stepcare forecast $(SCENARIO) --output $(FORECAST)
	@echo "==> The report is in $(abspath $(FORECAST))/"

test:
	@$(SETUP) test
	@.ci/test

bench:
	@$(SETUP) test
	@Tests/Benchmarks/run

notebooks:
	@$(SETUP) test
	@.ci/notebooks

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests
