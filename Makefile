# `make` alone prints this help. Every target does its own set-up.

NODE_VERSION := 24.21.0
NODE_PLATFORM := $(shell uname -s | tr A-Z a-z)-$(patsubst aarch64,arm64,$(patsubst x86_64,x64,$(shell uname -m)))
LOCAL_NODE := $(CURDIR)/.node/bin/node
NODE_IS_NEW_ENOUGH := $(shell node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 22 || (major === 22 && minor >= 17) ? 0 : 1)' 2>/dev/null && echo yes)

# The machine's own Node where it will do, else the one under .node/.
ifneq ($(NODE_IS_NEW_ENOUGH),yes)
NODE := $(LOCAL_NODE)
export PATH := $(CURDIR)/.node/bin:$(PATH)
endif

PORT ?= 8888
export PORT

SOURCES := $(shell find src templates -name '*.ts' -o -name '*.tsx' -o -name '*.css' 2>/dev/null)
NPM := npm --no-audit --no-fund --loglevel=error

.DEFAULT_GOAL := help
.PHONY: help install start card test examples check lint lint-code lint-types lint-format lint-floors lint-package pack bench fleet torture docs contact-sheet site env deploy

help: ## print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: dist/.built ## set this machine up; at once when nothing changed

start: install ## serve cards on http://localhost:$PORT (8888)
	@exec node dist/src/cli/main.js start

card: install ## render one example to out/
	@node dist/src/cli/main.js render $(CARD)

test: ## run everything; ends with "N passed, N failed, N skipped"
	@$(MAKE) -s -j2 install examples/node_modules/.installed
	@rm -rf out/test && mkdir -p out/test
	@node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json=out/test/report.json $(TESTS) || true
	@node .ci/summary.js out/test/report.json

examples: install ## build the examples of Next, Nuxt and SvelteKit with the packed package; takes minutes
	@CARDSTOCK_EXAMPLES=1 node_modules/.bin/vitest run --project=heavy

check: lint ## lint and the fast tests; before every commit
	@node_modules/.bin/vitest run --project=fast --project=alone --reporter=dot

lint: install ## format, lint, types, who may import whom, and what is packed
	@$(MAKE) -s -k -j2 lint-format lint-code lint-types lint-floors lint-package

lint-code:
	@node_modules/.bin/eslint --max-warnings=0 .

lint-types:
	@node_modules/.bin/tsc --incremental --tsBuildInfoFile node_modules/.cache/types.tsbuildinfo

# What has not changed was formatted well the last time.
lint-format:
	@node_modules/.bin/prettier --check --log-level=warn --cache --cache-strategy content .

lint-floors:
	@node_modules/.bin/depcruise --config floors.config.js --output-type err-long src templates functions

# Node requires modules since 22.12, so that one kind is enough; Node 10 knew no exports.
lint-package:
	@rm -rf out/package && mkdir -p out/package
	@$(NPM) pack --ignore-scripts --silent --pack-destination out/package >/dev/null
	@node_modules/.bin/publint out/package/*.tgz --level warning >out/package/publint.txt || { cat out/package/publint.txt; exit 1; }
	@node_modules/.bin/attw out/package/*.tgz --quiet --profile node16 --ignore-rules cjs-resolves-to-esm

pack: install ## the package as the registry would give it: out/cardstock-og-….tgz
	@mkdir -p out && rm -f out/*.tgz
	@$(NPM) pack --ignore-scripts --silent --pack-destination out | sed 's,^,out/,'

bench: install bench/node_modules/.installed ## compare with launch-per-image, satori + resvg and takumi
	@node bench/run.js

fleet: install ## simulate a million cards a day, checked against two servers that run
	@node bench/fleet.js

torture: install ## what a server bears: load, strangers, kills, leaks and more, 20 minutes; PHASES="load leaks"
	@node bench/torture/run.js $(PHASES)

contact-sheet: install ## every template, example and size, on one page and in one picture
	@node dist/src/cli/main.js contact-sheet

docs: install ## remake what the documents show: pictures, tags and references
	@node docs/remake.js

site: install docs/node_modules/.installed ## build the documentation, with cards of our own, and serve it
	@cd docs && npm run --silent build && npm run --silent preview

env: ## print the line that puts Node and cardstock on PATH: eval "$(make -s env)"
	@$(MAKE) -s install >&2
	@echo 'export PATH="$(if $(NODE),$(CURDIR)/.node/bin:)$$PATH"'

deploy: install ## deploy the functions to Netlify
	@command -v netlify >/dev/null || { echo "netlify is missing: npm install --global netlify-cli"; exit 1; }
	@netlify status --json >/dev/null 2>&1 || { echo "no site to deploy to: netlify login, then netlify link"; exit 1; }
	@netlify deploy --prod

node_modules/.installed: package.json package-lock.json | $(NODE)
	@$(NPM) ci --ignore-scripts
	@touch $@

bench/node_modules/.installed: bench/package.json bench/package-lock.json | $(NODE)
	@cd bench && $(NPM) ci --ignore-scripts
	@touch $@

examples/node_modules/.installed: examples/package.json examples/package-lock.json | $(NODE)
	@cd examples && $(NPM) ci --ignore-scripts
	@touch $@

docs/node_modules/.installed: docs/package.json docs/package-lock.json | $(NODE)
	@cd docs && $(NPM) ci --ignore-scripts
	@touch $@

dist/.built: node_modules/.installed tsconfig.json tsconfig.build.json $(SOURCES)
	@rm -rf dist
	@node_modules/.bin/tsc -p tsconfig.build.json
	@node src/studio/app/bundle.js
	@node src/project/functions/bundle-doors.js
	@chmod +x dist/src/cli/main.js
	@node dist/src/cli/main.js pack
	@touch $@

# The package carries the binary itself: nothing is downloaded but from the npm registry.
$(LOCAL_NODE):
	@command -v npm >/dev/null || { echo "npm is missing: install Node.js, any version"; exit 1; }
	@echo "Node $$(node --version) is older than 22.17: putting $(NODE_VERSION) under .node/" >&2
	@mkdir -p .node/bin
	@$(NPM) install --engine-strict=false --no-save --prefix .node node-$(NODE_PLATFORM)@$(NODE_VERSION)
	@ln -sf ../node_modules/node-$(NODE_PLATFORM)/bin/node $@
