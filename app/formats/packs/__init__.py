"""Files of packs, and their signatures."""
