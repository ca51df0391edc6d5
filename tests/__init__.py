"""The proofs: one sentence a test."""
