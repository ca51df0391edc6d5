"""Backups that can be restored, and in which nobody comes back who was erased."""
