"""Making the learned extraction engine: the corpus, its checks, training and measuring. Not part of the package."""
