"""The place of the cheat-sheet: activities and their timeline, products with what to offer instead, shop-wide facts."""
