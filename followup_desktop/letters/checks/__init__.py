"""What the check of a letter looks for, each sort of fault in a module of its own."""
