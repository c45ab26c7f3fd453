"""The window that tells of a new version of the program."""
