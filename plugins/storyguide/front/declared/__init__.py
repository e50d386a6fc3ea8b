"""Each command as it may be typed: its name, what may follow it, and the help that explains both."""
