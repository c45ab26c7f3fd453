"""What is done with unpaid orders."""
