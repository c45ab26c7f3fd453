"""Foreign files, one format a file."""
