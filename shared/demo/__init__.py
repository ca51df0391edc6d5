"""The demonstration office: staff, some weeks behind it, and a morning under way."""

from __future__ import annotations

from shared.demo.prepare import prepare_demo

__all__ = ["prepare_demo"]
