"""The rules of the trade as plain frozen values and functions: no Qt, no SQL, no files, no clock."""
