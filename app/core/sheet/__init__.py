"""The cheat-sheet: activities, products and facts, and how they are said."""
