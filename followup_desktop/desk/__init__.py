"""The one door between the screen and the notebook: QtCore only, no widgets."""
