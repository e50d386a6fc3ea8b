"""What carries the guide's files into a site; the only package that knows an engine."""
