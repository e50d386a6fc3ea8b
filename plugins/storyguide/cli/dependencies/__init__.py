"""What comes from others: fetched, locked, prepared, and asked about."""
