"""The command line: each command parses, calls one function of the library, prints."""

from allygraph.commands.main import main

__all__ = ["main"]
