"""What a note says: from its words to thoughts, each of a kind that has its frames."""
