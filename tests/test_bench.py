"""The bench is only run by hand, so that here is seen whether it could be."""

import importlib
import pkgutil
import sys

import pytest

import tests.bench
from tests.bench.__main__ import PARTS


@pytest.mark.skipif(sys.platform == "win32", reason="the bench runs on Linux only")
@pytest.mark.parametrize("name", [part.name for part in pkgutil.iter_modules(tests.bench.__path__)])
def test_every_part_of_the_bench_imports_what_it_measures(name: str) -> None:
    part = importlib.import_module(f"tests.bench.{name}")

    assert name not in PARTS or callable(part.main)
