"""The words of the guide: frozen values that import the standard library only."""

# What is kept between builds has no slots: without them it is pickled and fetched back in half the time.
