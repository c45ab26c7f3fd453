"""The live facts of phrases, and how they are filled in."""
