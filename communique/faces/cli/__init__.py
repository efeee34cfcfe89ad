"""The command line: ``communique``."""

from communique.faces.cli.app import app, main

__all__ = ["app", "main"]
