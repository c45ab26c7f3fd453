"""Workbooks of the cheat-sheet."""
