"""The model, the kinds, names, the store and the local server: what every other room builds on."""
