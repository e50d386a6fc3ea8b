"""MkDocs and its successors: our files and pages handed over through their public events."""
