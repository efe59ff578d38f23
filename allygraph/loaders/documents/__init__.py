"""Documents in: files, folders, addresses and standard input become documents with their passages."""

from allygraph.loaders.documents.inputs import read_inputs
from allygraph.loaders.documents.record import ReadDocument
from allygraph.loaders.documents.text import read_text

__all__ = ["ReadDocument", "read_inputs", "read_text"]
