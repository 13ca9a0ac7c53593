"""The notebook on disk and the writers of files."""
