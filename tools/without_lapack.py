"""Runs first in the bundle for Windows: numpy without the part that solves equations, which is all of LAPACK.

The rule: whoever asks for it all the same is told in a sentence instead of getting a wrong number.
"""

import sys
from types import ModuleType
from typing import NoReturn

NAME = "numpy.linalg._umath_linalg"


class _WithoutLapack(ModuleType):
    """In the place of numpy's own module."""

    _ilp64 = True

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotImplementedError(f"The built QinDesk has no numpy.linalg ({name}): tools/small_blas.c tells why.")


sys.modules[NAME] = _WithoutLapack(NAME)
