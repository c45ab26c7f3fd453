"""Shares: where files for many lie, and how often they are asked."""
