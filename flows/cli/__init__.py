"""The command line; `main` is what the script banmian starts."""

from flows.cli.app import main

__all__ = ["main"]
