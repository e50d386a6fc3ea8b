"""The words of the guide: frozen values that import the standard library only."""
