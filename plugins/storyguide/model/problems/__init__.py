"""Functions that build `Problem` values with their wording: a module for each topic, a function for each problem."""
