"""The rules, proved without any input or output."""
