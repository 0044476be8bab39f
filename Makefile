# yigai 医改: two commands on a fresh machine are `make run` and `make test`.
SHELL := /bin/bash
PREFIX ?= /usr/local
SCREEN ?= overview
SIZE ?= 100x30
KILLS ?= 2000
POINTS ?= 100000
FLIPS ?= 1000
MINUTES ?= 0.5
WRITE ?= 10
SEED ?= 1
SEEDS ?= 10000
SANITIZED := --filter "IntakeTests|WorkbookTests|LedgerStoreTests|CellsTests|WorkerTests|ReadOrderTests"
CRASH := .build-crash/release/yigaiPackageTests.xctest --testing-library swift-testing
FUZZED := document figures workbook word keys configuration ledger
# Where it is there, a disk in memory.
MEMORY := $(firstword $(wildcard /dev/shm) /tmp)
PACKAGES := libncurses-dev libsqlite3-dev libzip-dev libexpat1-dev libxlsxwriter-dev libmd-dev libpq-dev
# Without colours: else a build whose output goes elsewhere would compile everything anew.
# Nothing outside needs its names: without the table of them it takes five megabytes less.
RELEASE := -c release --static-swift-stdlib -Xlinker -s -Xlinker --no-export-dynamic --no-color-diagnostics
BIN := .build/release/yigai

.DEFAULT_GOAL := help

help: ## lists the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

deps: ## installs the system packages that are missing (apt)
	@bash .ci/packages $(PACKAGES)

run: release ## builds what is missing and opens the dashboard on the sample ledger
	@$(BIN) --sample

build: deps ## debug build
	swift build --no-color-diagnostics

release: deps ## release build: .build/release/yigai and yigai-sync, Swift's own libraries linked in
	@test -x $(BIN) || echo "编译中，第一次要 5 到 15 分钟。 Building; the first time takes 5 to 15 minutes."
	swift build $(RELEASE) --product yigai
	swift build $(RELEASE) --product yigai-sync

test: deps ## all tests
	@bash .ci/packages tmux poppler-utils
	swift build --no-color-diagnostics --build-tests
	@# Not through `swift test`: it drops whatever part of the output ends within a character.
	NO_COLOR=1 "$$(swift build --show-bin-path)/yigaiPackageTests.xctest" --testing-library swift-testing

test-quick: deps ## what values, the ledger and the walks say, without the programs and the documents
	swift build --no-color-diagnostics --build-tests
	swift test --no-color-diagnostics --skip-build --skip CommandLineTests --skip TerminalTests --skip IntakeTests

check: deps ## what must pass before a commit
	swift format lint --strict --recursive Sources Tests Package.swift
	@bash .ci/arrows
	@bash .ci/sizes
	@swift .ci/shape.swift
	@bash .ci/say --check
	swift build --no-color-diagnostics --explicit-target-dependency-import-check error
	@bash .ci/docs --check

format: ## formats the sources in place
	swift format --in-place --recursive Sources Tests Package.swift

golden: deps ## records the golden files anew and fails on purpose, to be read and run again
	swift build --no-color-diagnostics
	-RECORD=1 swift test --no-color-diagnostics
	git diff --stat Tests
	@false

docs: build ## makes docs/KEYS.md and the pictures of the README
	@bash .ci/docs

words: ## every text in both languages as words.csv; FROM=sheet.csv brings corrections back
	@bash .ci/say $(if $(FROM),--from "$(FROM)",--write words.csv)

shot: build ## prints a screen as text: make shot SCREEN=tasks SIZE=100x30
	@.build/debug/yigai shot $(SCREEN) --size $(SIZE) --sample

sample: build ## a fresh sample ledger; the old one is put aside
	@.build/debug/yigai sample

sizes: ## lists files over 300 lines, fails over 400
	@bash .ci/sizes
	@swift .ci/shape.swift

accuracy: deps ## holds the reader of documents against the answers, field by field
	swift build --no-color-diagnostics --product Accuracy
	.build/debug/Accuracy --misses

bench: release ## what is measured: frames, keys, starts, large ledgers
	swift build $(RELEASE) --product Benchmarks
	.build/release/Benchmarks

bench-national: release ## how a ledger grows to that of a whole country: table and docs/growth.svg
	swift build $(RELEASE) --product Benchmarks
	.build/release/Benchmarks --national 5000000 --chart docs/growth.svg

bench-sharing: release ## what a hub costs beside COPY of the same rows, on a server of its own
	@bash .ci/packages postgresql
	swift build $(RELEASE) --product Benchmarks
	@.ci/bench-sharing

bench-peers: release ## the same work in yigai and in other programs of the terminal that are installed
	@.ci/peers --program $(BIN)

.build-crash/release/yigaiPackageTests.xctest: FORCE
	swift build -c release --build-tests -Xswiftc -enable-testing --no-color-diagnostics --scratch-path .build-crash

crash: deps .build-crash/release/yigaiPackageTests.xctest ## kills the program KILLS times, fails the disk at POINTS points, damages FLIPS ledgers
	KILLS=$(KILLS) POINTS=$(POINTS) FLIPS=$(FLIPS) TMPDIR=$(MEMORY) $(CRASH) \
	  --filter "KillTests|KilledMeetingTests|DiskFaultTests|RepairTests|FullDiskTests"

writers: deps .build-crash/release/yigaiPackageTests.xctest ## ten programs write one ledger for WRITE minutes
	MINUTES=$(WRITE) TMPDIR=$(MEMORY) $(CRASH) --filter WriterTests

fuzz: deps ## tries inputs of chance on all that reads, MINUTES on each (SEED=2 for others)
	swift build --no-color-diagnostics --product Fuzz
	@for target in $(FUZZED); do \
	  TMPDIR=$(MEMORY) .build/debug/Fuzz $$target --minutes $(MINUTES) --seed $(SEED) || exit 1; done

fuzz-guided: deps ## the same in a build that tells which ways it goes, and goes on from what went new ones
	swift build -c release --no-color-diagnostics --product Fuzz --scratch-path .build-fuzz \
	  --sanitize address -Xswiftc -sanitize-coverage=edge,trace-pc-guard
	@for target in $(FUZZED); do \
	  ASAN_OPTIONS=detect_leaks=0 TMPDIR=$(MEMORY) \
	  .build-fuzz/release/Fuzz $$target --minutes $(MINUTES) --seed $(SEED) || exit 1; done

seeds: deps ## SEEDS stories of offices that share their ledgers, each of 30 random steps
	swift build -c release --no-color-diagnostics --product Fuzz --scratch-path .build-crash -Xswiftc -enable-testing
	TMPDIR=$(MEMORY) .build-crash/release/Fuzz sharing --seed $(SEED) --seeds $(SEEDS) --steps 30

hours: deps ## eight hours of a meeting in keys: what the process holds must not grow
	swift build --no-color-diagnostics --product Fuzz
	TMPDIR=$(MEMORY) .build/debug/Fuzz hours --keys 57600

sanitize: deps ## the tests of values and ledgers under the address and the thread sanitizer
	swift build -c release -Xswiftc -enable-testing --no-color-diagnostics --build-tests --sanitize address --scratch-path .build-address
	ASAN_OPTIONS=detect_leaks=0 .build-address/release/yigaiPackageTests.xctest --testing-library swift-testing $(SANITIZED)
	swift build -c release -Xswiftc -enable-testing --no-color-diagnostics --build-tests --sanitize thread --scratch-path .build-thread
	.build-thread/release/yigaiPackageTests.xctest --testing-library swift-testing $(SANITIZED)

install: release ## make install PREFIX=/usr/local: programs, manual page, completions
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 $(BIN) "$(DESTDIR)$(PREFIX)/bin/yigai"
	install -m 755 $(BIN)-sync "$(DESTDIR)$(PREFIX)/bin/yigai-sync"
	$(BIN) manual man > "$(DESTDIR)$(PREFIX)/share/man/man1/yigai.1"
	$(BIN) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/yigai"
	$(BIN) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_yigai"
	$(BIN) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/yigai.fish"

clean: ## removes what was built
	swift package clean

FORCE:

.PHONY: help deps run build release test test-quick check format golden docs words shot sample sizes accuracy bench bench-national bench-peers bench-sharing crash writers fuzz fuzz-guided seeds hours FORCE sanitize install clean
