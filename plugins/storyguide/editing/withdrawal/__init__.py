"""A story taken down, what was made of it found, and the story put back."""
