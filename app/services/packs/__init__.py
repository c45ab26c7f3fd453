"""What is done with packs: publishing, taking over, telling."""
