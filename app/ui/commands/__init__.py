"""Every command of the window by its name, found in the search."""
