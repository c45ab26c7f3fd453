"""Core values as rows, and back, a noun a file: for SQLAlchemy and for plain sqlite3."""
