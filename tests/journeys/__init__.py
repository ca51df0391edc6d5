"""Whole promises, kept in a real browser against the real server."""
