"""Killing a program so that nothing in it can tidy up, on each system: `os.kill(…, KILL)`."""

import signal
import sys

if sys.platform == "win32":
    KILL = signal.SIGTERM  # there every signal but Ctrl+C ends a process at once (TerminateProcess)
else:
    KILL = signal.SIGKILL
KILLED = int(KILL) if sys.platform == "win32" else -KILL
"""What a killed program returns."""
