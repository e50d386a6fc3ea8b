"""How fast the guide is built, measured beside its peers in one run."""
