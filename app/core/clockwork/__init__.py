"""Moments, lengths, and what counts down."""
