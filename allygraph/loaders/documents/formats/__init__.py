"""One module per format; each gives a Reading from the bytes or the text of a file."""

from allygraph.loaders.documents.formats.reading import Reading

__all__ = ["Reading"]
