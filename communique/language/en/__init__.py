"""English as data: words, verbs, frames."""
