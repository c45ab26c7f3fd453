"""Phrases: how they are kept, judged and pasted."""
