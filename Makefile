# Every target is one line through packaging/bootstrap.py, which sets this checkout up first where that is needed.
# More words for the program behind it: make test ARGS="tests/core -k promise", make run ARGS="--data /tmp/scratch".

PYTHON ?= python3
BOOTSTRAP = @$(PYTHON) packaging/bootstrap.py

help:
	$(BOOTSTRAP) help
setup:
	$(BOOTSTRAP) setup
run:
	$(BOOTSTRAP) run $(ARGS)
demo:
	$(BOOTSTRAP) demo $(ARGS)
test:
	$(BOOTSTRAP) test $(ARGS)
slow:
	$(BOOTSTRAP) slow $(ARGS)
faults:
	$(BOOTSTRAP) faults $(ARGS)
lint:
	$(BOOTSTRAP) lint $(ARGS)
types:
	$(BOOTSTRAP) types $(ARGS)
real:
	$(BOOTSTRAP) real $(ARGS)
bench:
	$(BOOTSTRAP) bench $(ARGS)
wheel:
	$(BOOTSTRAP) wheel $(ARGS)
package:
	$(BOOTSTRAP) package $(ARGS)
clean:
	$(BOOTSTRAP) clean

.PHONY: help setup run demo test slow faults lint types real bench wheel package clean
