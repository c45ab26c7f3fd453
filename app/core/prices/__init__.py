"""What a buyer pays."""
