"""The verbs of the command line: each a few lines over the notebook and the pure rooms. Imports no Qt.

Exit status: 0 done; 1 done, but something needs a person (each named on standard error); 2 a problem (`Problem`, said in
one line by `cli`), nothing changed. What they print is stable.
"""
