"""The one door: `python -m followup_desktop`, the installed command, and a double click on a file all come through here."""

from __future__ import annotations

import sys

from followup_desktop import cli


def main() -> int:
    """Do what the command line asks: a verb, or the window. The exit status is the process's."""
    wish = cli.parse(sys.argv[1:])
    if wish.verb is not None:
        return cli.run(wish)
    from followup_desktop import app  # noqa: PLC0415  (brings Qt, which no verb needs)

    return app.run(wish)


if __name__ == "__main__":
    sys.exit(main())
