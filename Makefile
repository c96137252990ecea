# The commands of the project. `make help` lists them.

# LANG is also the variable by which programs learn the language of their messages. So only a LANG
# on the command line chooses languages, and every program started from here sees a LANG that
# exists, a make further down included (which would read MAKEOVERRIDES). The other variables
# follow the same rule, lest one in somebody's environment changes what is built.
comma := ,
given = $(if $(filter command,$(origin $1)),$(subst $(comma), ,$($1)))

documents := $(call given,DOC)
languages := $(addprefix --lang=,$(call given,LANG))
formats := $(addprefix --format=,$(call given,FORMAT))
mode := $(addprefix --mode=,$(call given,MODE))
profile := $(addprefix --profile=,$(or $(call given,PROFILE),print))
old := $(addprefix --since=,$(call given,OLD))
author := $(foreach name,$(filter command,$(origin AUTHOR)),--author="$(AUTHOR)")
seconds := $(addprefix --seconds=,$(call given,SECONDS))
port := $(addprefix --port=,$(call given,PORT))
strict := $(if $(call given,STRICT),--strict)
booklet := $(if $(call given,BOOKLET),--booklet)

override LANG := C.UTF-8
export LANG
MAKEOVERRIDES :=

PYTHON := python3
bin := .venv/bin

.PHONY: help report preview print diff check sync status merge-driver doctor test gates bench fuzz lint accept setup \
	setup-tests setup-gates clean
.DEFAULT_GOAL := help

help: ## Show this list
	@echo "make COMMAND [DOC=name] [LANG=zh] [FORMAT=pdf|docx|html] [MODE=draft|final]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

report: setup ## Build reports into build/, all of them in all languages unless DOC and LANG choose
	@$(bin)/docgen build $(documents) $(languages) $(formats) $(mode)

preview: setup ## Show the reports and their translations in a browser, until Ctrl-C; PORT=8899
	@$(bin)/docgen preview $(documents) $(port)

print: setup ## Make reports ready for the press, PROFILE=office for an office printer, BOOKLET=yes
	@$(bin)/docgen build $(documents) $(languages) $(mode) $(profile) $(booklet)

diff: setup ## Make a DOCX with tracked changes: DOC=name OLD=HEAD~3, a revision of git; AUTHOR="A name"
	@$(bin)/docgen diff $(documents) $(old) $(author) $(languages) $(mode)

check: setup ## Look for errors in the content and the translations, STRICT=yes for warnings too
	@$(bin)/docgen check $(documents) $(languages) $(mode) $(strict)

sync: setup ## Bring the translation files up to date with the text
	@$(bin)/docgen i18n sync $(documents) $(languages)

status: setup ## Say how much of each report is translated
	@$(bin)/docgen i18n status $(documents) $(languages)

merge-driver: setup ## Let git merge translation files text by text instead of line by line
	@git config merge.docgen-po.name "translations by the id of their texts"
	@git config merge.docgen-po.driver '"$(CURDIR)/$(bin)/docgen" i18n merge %O %A %B %P'
	@echo "git merges locales/*/documents/*.po text by text now"

doctor: ## Say what this machine lacks
	@if [ -x $(bin)/docgen ]; then $(bin)/docgen doctor; else $(PYTHON) -m docgen doctor; fi

test: lint ## Run every check: style, types, tests
	$(bin)/python -m pytest -n 2

gates: setup-gates ## Put what is made before the validators of others
	$(bin)/python -m pytest -n 2 -m "gate or slow" -rs tests/gates tests/tasks

bench: setup-tests ## Measure against other programs, LONG=yes for long texts, INSTALL=yes for LaTeX
	@$(if $(call given,INSTALL),$(PYTHON) -m docgen.bootstrap --peers)
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --requirement bench/requirements.txt
	$(bin)/python -m bench $(call given,ONLY) $(if $(call given,LONG),--long)

fuzz: ## Search for inputs that do harm, SECONDS=60 for each kind of file
	@$(PYTHON) -m docgen.bootstrap --fuzz
	$(bin)/python -m tests.fuzz.search $(seconds)

lint: setup-tests ## Check style and types alone
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy

accept: setup-tests ## Take what the tests find now as what they shall find
	$(bin)/python -m pytest -n 2 --accept

setup: ## Prepare the machine, as the other commands do by themselves
	@$(PYTHON) -m docgen.bootstrap

setup-tests:
	@$(PYTHON) -m docgen.bootstrap --tests

# The schemas of others are fetched once, and left out where apt has them not. What npm brings is
# installed anew when the list of it has changed, and left out without npm.
setup-gates:
	@$(PYTHON) -m docgen.bootstrap --gates
	@$(bin)/python -m tests.gates.fetch
	@if ! command -v npm > /dev/null; then \
		echo "npm is not installed: the gates that need it are skipped" >&2; \
	elif ! cmp -s tests/gates/package-lock.json tests/gates/node_modules/.installed; then \
		npm ci --prefix tests/gates \
		&& cp tests/gates/package-lock.json tests/gates/node_modules/.installed; \
	fi

clean: ## Remove what was built
	rm -rf build
