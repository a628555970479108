# Everything runs from a fresh clone with Python 3.11 (with venv), make and git. `make` alone lists the targets.
.DEFAULT_GOAL := help
.PHONY: help install demo test soak check tidy catalogues sizes bench bench-engine words pictures reset lock

help:          ## list these targets
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/:/' | column -t -s:

install:       ## fill .venv from the locked set (only when the lock changed)
	@.ci/install test

demo:          ## an invented network, served with its worker and scheduler
	@.ci/install run && .venv/bin/mentorbank demo

reset:         ## forget the demo's data; the next `make demo` starts over
	@rm -rf var

test: install  ## everything: both databases, fences, lint, types, browser
	@.ci/with-postgres .venv/bin/python .ci/parts.py test

soak: install  ## the random and concurrent tests again, for minutes instead of seconds
	@MENTORBANK_SOAK=1 .ci/with-postgres .venv/bin/python .ci/parts.py soak

check: install ## lint, types, templates, one-way arrows, house rules
	@.venv/bin/python .ci/parts.py check

tidy: install  ## mend what the linter can mend by itself
	@.venv/bin/ruff check --fix --show-fixes

catalogues: install ## bring the catalogues up to date with what the code says (then translate)
	@.venv/bin/python -m tests.house_rules catalogues

sizes:         ## how long functions and files are
	@.venv/bin/python -m tests.house_rules sizes

bench: install ## page costs at 5,000 and 100,000 people, start of the command
	@.venv/bin/python -m benchmarks.pages

bench-engine: install ## the engine beside its peers, as ratios in one run
	@.venv/bin/python -m benchmarks.engine

words: install ## participants' Danish: LIX over 30, sentences over 14 words
	@.venv/bin/python -m tests.house_rules words

pictures: install ## a picture of every page, language and width, into pictures/
	@.ci/with-postgres .venv/bin/pytest tests/browser -m pictures -n 2 --dist loadfile

lock:          ## resolve the dependencies anew, with hashes (needs uv)
	@.ci/lock
