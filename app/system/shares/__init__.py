"""Shares: folders, network paths, web servers and buckets."""
