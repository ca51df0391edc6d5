"""Several processes on PostgreSQL and Redis: a province."""
