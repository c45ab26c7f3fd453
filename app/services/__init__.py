"""The verbs of the program, one use case a file; they know the core and the ports."""
