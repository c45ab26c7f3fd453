"""A data folder on its way open: what is read meanwhile, who waits for what, and everything in one go."""
