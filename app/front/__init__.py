"""The front door: builds and connects everything; only `main` and the command line open it."""
