"""Windows that bring phrases in from other programs and take them out."""
