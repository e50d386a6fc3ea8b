"""The scenes: each takes an empty stage, fills it, and says in a few words what it shows."""
