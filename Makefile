# The commands of QinDesk. `make run` and `make test` set up everything they need on a Debian-like machine.
.PHONY: run test test-windows check bench demo format screenshots keys dist sign test-installer clean help
.DEFAULT_GOAL := help
export LANG := C.UTF-8
export LC_ALL := C.UTF-8
PYTHON := .venv/bin/python

help: ## what can be called
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

run: ## set up and start the assistant (on a virtual screen where there is none)
	@tools/setup.sh run
	@$(PYTHON) tools/run.py $(ARGS)

test: ## set up and pass all tests, the X11 end-to-end ones included
	@tools/setup.sh test
	@$(PYTHON) -m pytest $(ARGS)

test-windows: ## set up a Windows by Wine and pass the tests there: rules, files, windows, keys and clipboard, the whole program
	@tools/setup.sh test
	@tools/windows_tests.sh $(ARGS)

check: ## linters, types for both systems, import rules
	@tools/setup.sh test
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy --platform linux
	@.venv/bin/mypy --platform win32
	@.venv/bin/lint-imports

bench: ## figures and ratios, side by side in one run
	@tools/setup.sh test
	@$(PYTHON) -m tests.bench $(ARGS)

demo: ## the main job by real keys on a virtual screen; screenshots in build/demo
	@tools/setup.sh test
	@$(PYTHON) tools/demo.py

screenshots: ## every place and state of the real program, in all looks, on one contact sheet
	@tools/setup.sh test
	@$(PYTHON) tools/screenshots.py

keys: ## the page of all keys in docs, from the tables that bind them
	@tools/setup.sh test
	@$(PYTHON) tools/keys_doc.py

format: ## lay out the code
	@.venv/bin/ruff check --fix -q . ; .venv/bin/ruff format -q .

dist: ## build the installer for Windows and the bundle for Linux into dist/ (KIND=windows or linux for one of them)
	@tools/make_dist.sh $(or $(KIND),all)

sign: ## sign what was built: CERTIFICATE=file.pfx [PASSWORD_FILE=file] [TIMESTAMP=address]
	@CERTIFICATE="$(CERTIFICATE)" PASSWORD_FILE="$(PASSWORD_FILE)" TIMESTAMP="$(TIMESTAMP)" tools/make_dist.sh sign

test-installer: ## install, start, upgrade, repair and remove what `make dist` built, on a Windows by Wine
	@tools/setup.sh test
	@QINDESK_DIST=dist $(PYTHON) -m pytest tests/installer $(ARGS)

clean: ## forget what was built
	rm -rf build dist .venv .tools resources/translations/*.qm
