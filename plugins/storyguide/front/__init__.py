"""What stands behind build.py: setting up, reading a command, carrying it out."""
