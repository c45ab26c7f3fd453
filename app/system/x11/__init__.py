"""Linux with X11."""
