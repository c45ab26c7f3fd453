"""Files that are not the database: phrases, orders, packs and sheets have rooms of their own, what all read by is here.

The rule: a reader raises `BadFile` or `Cancelled` and nothing else, and runs nothing that it finds in a file.
"""
