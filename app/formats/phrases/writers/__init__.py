"""Phrases as other programs take them over, a kind of file each, all with the two functions that `writing` calls."""
