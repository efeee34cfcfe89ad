"""CAMEO: who did what to whom, as coded events (source, event code, target) on the words they came from."""
