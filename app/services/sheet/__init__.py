"""What is done with the cheat-sheet."""
