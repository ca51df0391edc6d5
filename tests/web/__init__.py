"""The contract over HTTP and Socket.IO."""
