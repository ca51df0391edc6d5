"""Serves over gevent: one process, one greenlet for each screen, real threads for the database."""

from __future__ import annotations

import logging
import signal
import socket as sockets
from collections.abc import Callable

import gevent
import structlog
from gevent import pywsgi

from shared.app import House, create_app
from shared.control import ControlSocket
from shared.crash_report import crash_report
from shared.lock import server_lock
from shared.settings import Settings
from shared.threads import GeventThreads

LOOK_SECONDS = 0.02


class PromptHandler(pywsgi.WSGIHandler):  # type: ignore[misc] # gevent ships no types
    """Answers at once: without TCP_NODELAY a small POST waits 40 ms for the network's delayed acknowledgement."""

    def __init__(self, sock: sockets.socket, address: object, server: object) -> None:
        sock.setsockopt(sockets.IPPROTO_TCP, sockets.TCP_NODELAY, 1)
        super().__init__(sock, address, server)


def serve(settings: Settings, ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises AlreadyRunningError if the SQLite file is being served already."""
    _configure_logs(settings.log_level)
    with server_lock(settings):
        house = create_app(settings, threads=GeventThreads, async_mode="gevent")
        control = ControlSocket(house.parts)
        try:
            control.open()
            house.start_work()
            gevent.spawn(_say_when_listening, house, ready)
            for number in (signal.SIGTERM, signal.SIGINT):
                gevent.signal_handler(number, _stop, house)
            _listen(house, settings)
        finally:
            control.close()
            house.close()


def _listen(house: House, settings: Settings) -> None:
    tls = {"certfile": str(settings.tls_cert), "keyfile": str(settings.tls_key)} if settings.tls_cert else {}
    house.socket.run(
        house.app,
        host=settings.host,
        port=settings.port,
        handler_class=PromptHandler,
        log_output=False,
        error_log=logging.getLogger("pst.http"),
        **tls,
    )


def _say_when_listening(house: House, ready: Callable[[], None]) -> None:
    while house.socket.wsgi_server is None or not house.socket.wsgi_server.started:
        gevent.sleep(LOOK_SECONDS)
    ready()


def _stop(house: House) -> None:
    server = house.socket.wsgi_server
    if server is not None:
        server.stop(timeout=1)


def _configure_logs(level: str) -> None:
    logging.basicConfig(level=level, format="%(message)s")
    logging.getLogger("pst.http").setLevel(logging.CRITICAL)  # pywsgi calls a closed websocket an invalid request
    logging.getLogger("alembic").setLevel(logging.WARNING)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            crash_report,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(),
    )
