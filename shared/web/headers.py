"""Headers of every answer: nothing from outside is loaded, nothing with data is kept by browsers."""

from __future__ import annotations

from flask import Flask, Response, request

from shared.web.asking import parts

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "connect-src 'self' "  # not every browser reads 'self' as the websockets of the same host
)
LARGEST_BODY = 64 * 1024


def guard_answers(app: Flask) -> None:
    """Set the headers, and refuse bodies above 64 KiB."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY

    @app.after_request
    def _headers(answer: Response) -> Response:
        answer.date = parts().clock.now()  # a page that slept learns from it how late it is
        answer.headers.setdefault("Content-Security-Policy", f"{POLICY}ws://{request.host} wss://{request.host}")
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers.setdefault("Referrer-Policy", "no-referrer")
        if request.endpoint != "static":
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer
