"""placeholder"""

from typing import Any


def prepare_demo(settings: Any) -> Any: ...
