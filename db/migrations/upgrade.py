"""Bring a database up to the newest revision.

The rule: it runs inside the transaction of the connection it is given, so a failed migration leaves nothing behind.
"""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from db.migrations import HEAD


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run every migration up to a revision."""
    config = Config()
    config.set_main_option("script_location", "db:migrations")  # by package, so that it is found when frozen
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
