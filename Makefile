# Primacy. `make forecast` and `make test` do everything on a fresh machine with Swift.

# One set of flags for all goals, so that nothing is built twice.
FLAGS := -c release --explicit-target-dependency-import-check error -Xswiftc -enable-testing
PRIMACY = $(shell swift build $(FLAGS) --show-bin-path)/primacy
DEBIAN := liblapacke-dev libblas-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev libxml2-dev \
  libzip-dev pkg-config
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

PEERS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/primacy/peers

.PHONY: forecast test check lint build charts backtest bench peers faults setup browser tables \
  clean help

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

forecast: build ## Install what is missing, build, forecast, draw the charts
	@$(PRIMACY) forecast
	@$(PRIMACY) chart --out notebooks-out/charts

test: setup ## Build and run all tests
	swift test $(FLAGS) --disable-xctest

check: lint test ## Format, dependencies between modules, tests

lint: ## Check the format of all sources
	swift format lint --strict --recursive Sources Tests Package.swift

build: setup ## Build the program
	swift build $(FLAGS) --product primacy

charts: build ## Draw all charts, and write the page with its tables, into notebooks-out
	@$(PRIMACY) report --out notebooks-out
	@$(PRIMACY) ledger stories --out notebooks-out

MEASURES = gdp.ppp gdp.mer milex.mer milex.ppp milex net_resources cinc milex.mppp military_stock \
  surplus composite population military_personnel primary_energy

# A measure that was scored after the program was built and the figures changed is not scored again;
# one that was interrupted goes on where it stopped.
backtest: build ## Score forecasts made at past origins; rewrites the record in datasets/record
	@for measure in $(MEASURES); do \
	  table=notebooks-out/tables/scores-$$measure.csv; \
	  if [ ! $$table -nt $(PRIMACY) ] || [ -n "$$(find datasets/*.csv -newer $$table)" ]; then \
	    $(PRIMACY) backtest --measure $$measure --record datasets/record --format csv > $$table.new \
	      && mv $$table.new $$table || { rm -f $$table.new; exit 1; }; \
	  fi; \
	  cut -d, -f1-5,8-10,15,18 $$table; \
	done

bench: build ## Time the parts beside their peers; writes notebooks-out/bench.md
	swift build $(FLAGS) --product Benchmarks
	@PRIMACY_PEERS_PYTHON="$${PRIMACY_PEERS_PYTHON:-$(or $(wildcard $(PEERS)/bin/python3),python3)}" \
	  $(dir $(PRIMACY))Benchmarks $(PRIMACY)

peers: ## Install what bench compares with: NumPy, SciPy, statsforecast and R's forecast
	python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet numpy scipy statsforecast
	$(SUDO) apt-get update -qq && $(SUDO) apt-get -o DPkg::Lock::Timeout=300 install -y -qq \
	  --no-install-recommends r-cran-forecast >&2

faults: setup ## Have ten thousand things go wrong on nightly runs
	FAULTS=10000 swift test $(FLAGS) --disable-xctest \
	  --filter 'FaultTests|NightlyEndingTests|LongRunTests'

tables: build ## Make datasets/ anew from the raw tables in RAW
	$(PRIMACY) data tabulate --from $(RAW) --to datasets --list Sources/Datasets/BuiltInEntities.swift \
	  --memberships Sources/Datasets/BuiltInMemberships.swift

setup:
	@missing=; for package in $(DEBIAN); do \
	  dpkg -s $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing" >&2; export DEBIAN_FRONTEND=noninteractive; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get -o DPkg::Lock::Timeout=300 install -y -qq \
	    --no-install-recommends $$missing >&2; \
	fi

browser: ## Install the browser in which a test lays the page out
	@which chromium >/dev/null || { $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends \
	    chromium fonts-liberation >&2; }

clean: ## Remove what was built
	rm -rf .build
