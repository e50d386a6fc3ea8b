"""Words and pictures searched for in everything that was written, however it is packed."""
