"""Widgets: no SQL, no reportlab, no file opened for writing."""
