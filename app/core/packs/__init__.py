"""Packs: what is published, checked, trusted and taken over."""
