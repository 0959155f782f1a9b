"""mockview: a mock second interview on your own computer."""

__version__ = "0.1.0"
