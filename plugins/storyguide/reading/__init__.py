"""Readers that turn the guide's files into model values, or into problems that say what to mend."""
