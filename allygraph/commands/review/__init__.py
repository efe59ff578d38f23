"""The review of claims at a terminal: keys, cards, the walk through the claims, the edit of one."""

from allygraph.commands.review.keys import Keyboard
from allygraph.commands.review.screen import Screen
from allygraph.commands.review.session import Session

__all__ = ["Keyboard", "Screen", "Session"]
