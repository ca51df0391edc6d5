"""What an officer does: call, serve, hand on."""
