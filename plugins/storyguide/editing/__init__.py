"""What editors do with stories: see what each needs, approve, move or withdraw one, search for what is left."""
