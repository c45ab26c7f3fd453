"""What is done with phrases: finding, keeping, bringing in, pasting."""
