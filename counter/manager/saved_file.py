"""A file that is written aside and saved, not shown."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context

from flask import Response

from shared.web import parts


def saved_file(name: str, mimetype: str, write: Callable[[], bytes]) -> Response:
    """The file as an attachment. A year takes most of a second: no board waits for it, and it speaks the language of
    this request.
    """
    request = copy_context()
    answer = Response(parts().files.call(lambda: request.run(write)), mimetype=mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
