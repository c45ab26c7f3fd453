"""Finding a phrase while its first letters are typed."""
