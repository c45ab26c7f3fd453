"""The cheat-sheet, behind the window: the doors to its forms, and what those ask."""
