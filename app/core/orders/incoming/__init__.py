"""Orders as they come in: typed in a rush, copied from the client, or exported by the platform."""
