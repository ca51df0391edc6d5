"""The demonstration, and the morning of Kota Pekanbaru that it tells."""
