"""The place of the phrases: search, list, row, panel."""
