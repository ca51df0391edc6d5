"""The wheel, alone on a clean machine."""
