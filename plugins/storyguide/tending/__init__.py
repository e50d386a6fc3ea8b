"""What editors do to stories that stand: take one down, move one, look what is left of one."""
