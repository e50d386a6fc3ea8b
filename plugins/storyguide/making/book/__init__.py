"""Compile the guide as a book: its running order, and its bindings as PDF and EPUB."""
