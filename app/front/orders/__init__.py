"""Unpaid orders, behind the window: what rings, what the windows ask, and the doors to them."""
