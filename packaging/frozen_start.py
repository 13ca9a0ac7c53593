"""Where the frozen program starts: the words meant for its own loader are taken out of the environment, then it is as ever.

Whatever the program starts in turn (lp, the mail program, the viewer of PDFs) gets this environment, and would load our
libraries and Qt's plugins in place of its own.
"""

import os
import sys

from followup_desktop.__main__ import main

OF_THE_LOADER = "LD_LIBRARY_PATH"
OF_QT = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Set by PyInstaller; PySide6 finds its own plugins without them."""


def give_back_environment() -> None:
    """Leave the variables as the user had them; the loader of this process has read its own by now."""
    before = os.environ.pop(f"{OF_THE_LOADER}_ORIG", None)
    os.environ.pop(OF_THE_LOADER, None)
    if before is not None:
        os.environ[OF_THE_LOADER] = before
    for name in OF_QT:
        os.environ.pop(name, None)


if __name__ == "__main__":
    give_back_environment()
    sys.exit(main())
