"""Memory that a start needs for a moment only, given back to the system.

The rule: nothing depends on it; where the C library is another one, nothing is done.
"""

import ctypes
import linecache
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Parameters of `mallopt` (malloc.h of glibc)."""
_SMALL, _LARGE = 128 * 1024, 8 * 1024 * 1024


def be_thrifty() -> None:
    """While everything is read: large blocks go back at once, and threads share one heap instead of one each."""
    if library := _glibc():
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _SMALL)


def give_back() -> None:
    """Everything was read: give back what is free, and from now on keep blocks, which a keystroke needs again."""
    linecache.clearcache()  # PySide reads the source of every module that imports it
    if library := _glibc():
        library.malloc_trim(0)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _LARGE)


def _glibc() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
