"""A community story guide: stories in folders become a published site."""

__version__ = "0.1.0"

CACHE = ".cache"
"""The folder, beside stories/, for what was made before; safe to delete."""
