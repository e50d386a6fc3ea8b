"""Takes HTML apart: the one place that knows what a tag looks like (decision 0039)."""
