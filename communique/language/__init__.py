"""Tokens, words, clauses, quotations and times of a text: what words are, before what they tell."""
