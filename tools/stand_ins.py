"""Runs first in the bundles: modules that libraries import, and of which nothing here is ever used, stay at home.

The rule: what stands in their place knows names and does nothing; whoever wants more than a name is told in a sentence.
"""

import sys
from inspect import iscoroutine
from types import ModuleType
from typing import NoReturn

UNUSED = (
    *(f"alembic.ddl.{name}" for name in ("mssql", "mysql", "oracle", "postgresql")),  # the database is SQLite
    *(f"sqlalchemy.dialects.sqlite.{name}" for name in ("aiosqlite", "pysqlcipher")),  # by way of Python's own sqlite3
    *(f"numpy._core.{name}" for name in ("_add_newdocs", "_add_newdocs_scalars")),  # what `help` would say
)
"""Imported by the packages that they are in."""


class _Cancelled(BaseException):
    """What no task of ours ever raises; SQLAlchemy asks each error whether it is this."""


class StandIn(ModuleType):
    """In the place of a module that is not in the bundle."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise NotImplementedError(f"The built QinDesk has no {self.__name__} ({name}): tools/stand_ins.py tells why.")


class _Asyncio(StandIn):
    """SQLAlchemy imports it for databases that answer later; ours answers at once."""

    TimeoutError = TimeoutError
    CancelledError = _Cancelled
    iscoroutine = staticmethod(iscoroutine)


def stand_in() -> None:
    """Put them in their places, before anything is imported that asks for them."""
    sys.modules["asyncio"] = _Asyncio("asyncio")
    for name in UNUSED:
        sys.modules[name] = StandIn(name)


if getattr(sys, "frozen", False):
    stand_in()
