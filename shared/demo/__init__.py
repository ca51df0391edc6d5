"""The demonstration office: staff, some weeks behind it, and a day under way. Everything is played at the one door."""

from __future__ import annotations

from shared.demo.history import history_from
from shared.demo.prepare import prepare_demo
from shared.demo.told import Told

__all__ = ["Told", "history_from", "prepare_demo"]
