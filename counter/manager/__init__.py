"""What a manager reviews."""
