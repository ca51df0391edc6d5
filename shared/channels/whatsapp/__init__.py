"""WhatsApp in three steps: links for the officer's own telephone, an outbox, and the official Cloud API."""
