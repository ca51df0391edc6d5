"""The ten-minute promise: vectors, rules, properties, readings and replay files."""
