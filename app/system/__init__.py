"""This computer: its clipboard, desktop, keys and clock; `x11` and `windows` hold the same file names."""
