"""Rehearsals of a busy day, at a running office and off the record."""
