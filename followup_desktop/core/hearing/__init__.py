"""How the words of a promise are understood: from characters to tokens, to days, to what the days are about."""
