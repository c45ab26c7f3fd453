"""The modules that stay out of the bundles, and what stands in their place."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HEAD = "import sys; from tools.stand_ins import UNUSED, StandIn, stand_in; stand_in()"
WORK = """
import sqlite3
import numpy as np
from sqlalchemy import create_engine
from db.migrations.upgrade import upgrade

assert np.array([3, 1, 2]).argmax() == 0
engine = create_engine("sqlite://")
with engine.begin() as connection:
    upgrade(connection)
    assert connection.exec_driver_sql("SELECT count(*) FROM phrases").scalar() == 0
try:
    engine.connect().exec_driver_sql("SELECT nothing")
except Exception as error:
    assert type(error).__name__ == "OperationalError", error
assert all(isinstance(sys.modules[name], StandIn) for name in (*UNUSED, "asyncio"))
strangers = ("asyncio.", "_asyncio", "sqlalchemy.dialects.postgresql")
print(*sorted(name for name in sys.modules if name.startswith(strangers)))
"""


def told(*lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "\n".join((HEAD, *lines))], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_a_database_is_made_by_all_its_migrations_without_the_modules_that_stay_at_home() -> None:
    done = told(WORK)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_who_asks_such_a_module_for_something_is_told_in_a_sentence() -> None:
    done = told("import asyncio", "asyncio.run(None)")

    assert done.returncode == 1
    assert "The built QinDesk has no asyncio (run)" in done.stderr


def test_a_program_that_was_not_built_keeps_the_real_ones() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import tools.stand_ins, asyncio; print(asyncio.run.__module__)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "asyncio.runners"
