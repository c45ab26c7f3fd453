"""Which tests a system cannot even read: python-xlib is not installed on Windows."""

import sys

collect_ignore_glob = ["x11/*", "test_orders_for_real.py"] if sys.platform == "win32" else []
