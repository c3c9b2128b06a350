# Amana. `make run` and `make test` install what they need on a Debian machine that has Rust and Node.
.PHONY: help run test house bench clean

help: ## says what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: ## builds and serves Bangui, January 2014, on http://127.0.0.1:8080 (SCENARIO=folder, PORT=number for others)
	@scripts/run

test: ## runs every test: the house, Rust, the web app, the browser
	@scripts/test

house: ## checks arrows, sizes, catalogues and words only (seconds)
	@cargo run --quiet --package xtask -- check

bench: ## measures beside peers and writes benches/RESULTS.md (BENCH=movement for one folder)
	@benches/run $(BENCH)

clean: ## removes what was built and installed here
	rm -rf target web/node_modules web/dist web/test-results web/playwright-report benches/.work out
