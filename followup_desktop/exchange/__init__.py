"""What people already have, in and out: calendar files, pasted text. Never Qt."""
