"""SQLite at the edge: core values in and out."""
