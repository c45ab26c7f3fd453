"""Packs from elsewhere, behind the window: watched, taken over, told, confirmed; and the lead's own publishing."""
