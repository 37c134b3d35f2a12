# Everything stepcare does from a fresh clone. Each target installs what it is missing first, and nothing else.
# A machine without apt that has the libraries already: make run SETUP=true

SETUP ?= .ci/setup
SCENARIO ?= Scenarios/north-essex.yaml
FORECAST ?= forecast
DESK ?= desk
PORT ?= 8080

.PHONY: help setup run serve package test bench soak format notebooks engines results reliability rulebook

help:
	@echo "make run        forecast $(SCENARIO) and write the report to $(FORECAST)/"
	@echo "make serve      the booking desk in a browser, with a service to try things out in $(DESK)/"
	@echo "make package    a Debian package of the program and the desk as a service, in .build/package/"
	@echo "make test       build, and run every test, check and notebook"
	@echo "make bench      time the kernel, batch allocation, the simulation and the store against their peers, and the desk"
	@echo "                in a browser with two hundred schedulers"
	@echo "make soak       give the store SOAK_OPERATIONS (20 million) random commands, in SOAK_MINUTES (150) at most,"
	@echo "                kill processes, and keep the counts"
	@echo "make notebooks  execute the notebooks in a virtual environment of their own"
	@echo "make engines    share a forecast among workers of Slurm, Dask and Spark on this machine, and compare the bytes"
	@echo "make results    make the reference run in Results/north-essex again"
	@echo "make reliability  ask whether forecast chances come true; results in Results/forecast-from-today"
	@echo "make rulebook   run the tests that switch rules, and write what they saw to Results/rulebook.md; and what is"
	@echo "                characteristic of each system of the sources to Results/systems.md"
	@echo "make format     format the Swift sources in place"
	@echo "make setup      install the Debian packages that are missing"

setup:
	@$(SETUP) test

run:
	@$(SETUP) run
	@echo "==> Building stepcare (release)"
	@.ci/build
	@echo "==> Forecasting $(SCENARIO)"
	@.build/release/stepcare forecast $(SCENARIO) --output $(FORECAST)
	@echo "==> The report is in $(abspath $(FORECAST))/"

serve:
	@$(SETUP) serve
	@.ci/assets
	@echo "==> Building stepcare (release)"
	@.ci/build
	@.build/release/stepcare serve $(DESK) --port $(PORT)

package:
	@$(SETUP) package
	@.ci/assets
	@echo "==> Building stepcare (release)"
	@.ci/build
	@.ci/package

test:
	@$(SETUP) test
	@.ci/test

bench:
	@$(SETUP) test
	@Tests/Benchmarks/run
	@Tests/Benchmarks/batch
	@Tests/Benchmarks/service
	@Tests/Benchmarks/store
	@.ci/assets
	@Tests/Benchmarks/desk
	@Tests/Benchmarks/planning

soak:
	@$(SETUP) test
	@.ci/soak

notebooks:
	@$(SETUP) test
	@.ci/notebooks

engines:
	@$(SETUP) test
	@.ci/build
	@.ci/engines

# The reference run, and its picture where there is a browser.
results:
	@$(SETUP) test
	@.ci/build
	@.build/release/stepcare forecast Scenarios/north-essex.yaml --replications 20 --seed 7 --output .build/reference
	@mkdir -p Results/north-essex
	@cp .build/reference/measures.csv .build/reference/waiting-list.csv .build/reference/summary.txt Results/north-essex/
	@if command -v chromium >/dev/null; then chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
		--window-size=1200,1900 --screenshot=Results/north-essex/report.png \
		"file://$(abspath .build/reference/report.html)" >/dev/null 2>&1; fi

# Whether the chances of a forecast from today come true: about ten minutes.
reliability:
	@$(SETUP) test
	@Tests/Studies/reliability

# Each rule, the tests that switched it, by which keys, and what they saw; each system, and what is characteristic of it.
rulebook:
	@$(SETUP) test
	@status=0; Tests/Studies/rulebook || status=1; Tests/Studies/systems || status=1; exit $$status

format:
	@swift format --in-place --parallel --recursive Package.swift Sources Tests
