"""The revisions of the schema. The rule: nothing here imports Alembic; only `upgrade.py` does, where one is due."""

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision, oldest first. The program knows how to read these and no others."""
HEAD = REVISIONS[-1]
