"""From files to the model: a value, or the problems in its way."""
