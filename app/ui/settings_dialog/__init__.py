"""The settings dialog, a tab a file."""
