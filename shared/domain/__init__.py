"""The rules of the front office: plain Python, without clock, database or web."""
