"""A built site shown in a browser on this machine."""
