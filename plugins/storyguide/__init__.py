"""A community story guide: stories in folders become a published site."""

__version__ = "0.1.0"
