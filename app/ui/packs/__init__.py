"""What packs from elsewhere bring, as an agent sees it: the place of what changed, its cell in the strip, its hints."""
