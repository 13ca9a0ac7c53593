"""Notes become words: pure functions over a lexicon and templates handed in as values."""
