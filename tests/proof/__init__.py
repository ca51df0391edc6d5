"""Proofs against the whole program: several processes, kills, and hands that tamper with the rows."""
