"""QinDesk (亲台): the desk assistant of a shop's customer-service agent."""

VERSION = "0.1.0"
"""The same as in pyproject.toml; the built program has nothing else to know it from."""
