"""The same kind of server with nothing in it: what HTTP and Socket.IO cost by themselves on this machine.

`python -m shared.bench.bare PORT` answers POST /noop, and sends what is posted to /emit to all its boards.
"""

from __future__ import annotations

import logging
import socket as sockets
import sys

from flask import Flask, Response, jsonify, request
from flask_socketio import SocketIO, join_room
from gevent import pywsgi

PING_SECONDS = 5  # as the product's boards

ROOM = "office"
ANSWER = {
    "id": 1,
    "number": "K-001",
    "service": "K",
    "state": "waiting",
    "token": "A" * 32,
    "url": "HTTP://" + "A" * 48,
}


class PromptHandler(pywsgi.WSGIHandler):  # type: ignore[misc] # gevent ships no types
    """Answers at once, as the product's server does."""

    def __init__(self, sock: sockets.socket, address: object, server: object) -> None:
        sock.setsockopt(sockets.IPPROTO_TCP, sockets.TCP_NODELAY, 1)
        super().__init__(sock, address, server)


def bare_server() -> tuple[Flask, SocketIO]:
    """Two routes and one namespace."""
    app = Flask(__name__)
    socket = SocketIO(
        app, async_mode="gevent", ping_interval=PING_SECONDS, ping_timeout=PING_SECONDS, serve_client=False
    )

    @app.post("/noop")
    def noop() -> Response:
        request.get_json()
        return jsonify(ANSWER)

    @app.post("/emit")
    def emit() -> Response:
        socket.emit("board", request.get_json(), namespace="/display", to=ROOM)
        return jsonify(ANSWER)

    @socket.on("connect", namespace="/display")  # type: ignore[untyped-decorator] # Flask-SocketIO ships no types
    def connect(_: object = None) -> None:
        join_room(ROOM)
        socket.emit("board", {"seq": 0, "calls": []}, namespace="/display", to=request.sid)  # type: ignore[attr-defined] # Flask-SocketIO adds it

    return app, socket


def main() -> None:
    """Serve until ended."""
    logging.getLogger("bare").setLevel(logging.CRITICAL)
    app, socket = bare_server()
    socket.run(
        app,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        handler_class=PromptHandler,
        log_output=False,
        error_log=logging.getLogger("bare"),
    )


if __name__ == "__main__":
    main()
