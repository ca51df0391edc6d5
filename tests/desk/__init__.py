"""The desk on both databases: every verb, its refusals, and what it leaves behind."""
