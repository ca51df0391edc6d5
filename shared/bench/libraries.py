"""The libraries of the server without the server: how long a machine needs to load them, and how much memory.

`python -m shared.bench.libraries` loads them, says "ready" and waits until its input is closed.
"""

from __future__ import annotations

import importlib
import sys

LIBRARIES = (
    "apiflask",
    "argon2",
    "click",
    "filelock",
    "flask",
    "flask_babel",
    "flask_socketio",
    "gevent.pywsgi",
    "gevent.server",
    "gevent.threadpool",
    "holidays",
    "limits.storage",
    "limits.strategies",
    "PIL.Image",
    "pydantic",
    "qrcode",
    "simple_websocket",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.sqlite",
    "structlog",
)


def main() -> None:
    """Load, say so, wait."""
    for name in LIBRARIES:
        importlib.import_module(name)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
