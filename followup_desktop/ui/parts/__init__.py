"""The small things pages are made of: strip, bars, chips, rings, fields. Each file holds one of them."""
