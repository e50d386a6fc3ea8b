"""The library of things cut from paper."""
