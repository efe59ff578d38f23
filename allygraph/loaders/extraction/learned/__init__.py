"""The learned engine: a small encoder that reads mentions and the relations of all their pairs."""
