#!/bin/sh
# Called by ippeveprinter with the document as $1 and the job's IPP attributes as IPP_... in the environment: keeps both.
# The attributes come last and at once, so that whoever sees them finds the document whole.
set -e
here=$(dirname "$0")
cp "$1" "$here/$IPP_JOB_ID.pdf"
env | grep '^IPP_' | sort >"$here/attributes"
mv "$here/attributes" "$here/$IPP_JOB_ID.txt"
