"""The roof: builds the parts, hangs the rooms, and starts what runs beside the requests."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import Any

import structlog
from apiflask import APIFlask
from flask import Response, jsonify, redirect, render_template
from flask_socketio import SocketIO
from werkzeug.middleware.proxy_fix import ProxyFix

from shared.backup import keys_written_anew
from shared.bus import bus_for
from shared.channels import connections_in, others_may_read
from shared.clock import Clock
from shared.database import Database
from shared.events import Events
from shared.front_desk import FrontDesk, Parts, operator
from shared.keys import Keys, secret_in
from shared.night import Night
from shared.offices import load_offices
from shared.settings import Settings
from shared.threads import MakeThreads, PlainThreads
from shared.web.errors import answer_errors
from shared.web.follow import follow_link
from shared.web.headers import guard_answers
from shared.web.language import speak
from shared.web.pages import asset
from shared.web.patient import PatientRequest
from shared.web.policy import anyone, check_routes, settle_who_asks
from shared.web.printer_state import nobody_asks
from shared.web.sockets import Doorkeeper, open_sockets
from shared.workers import Beside, posts_of, printers_of, watchers_of

PING_SECONDS = 5  # a board whose cable is pulled is noticed after ten seconds, not after 45
LARGEST_MESSAGE = 16 * 1024
DAY_CHECK_SECONDS = 20
FORGETS_EVERY = 180
"""Turns of the day check between two looks at whose retention is over: once an hour."""
HERE = Path(__file__).parent

log = structlog.get_logger()


@dataclass(slots=True)
class House:
    """The program, ready to serve."""

    app: APIFlask
    socket: SocketIO
    parts: Parts
    events: Events
    workers: list[Beside]
    rooms: list[Any]
    door: Doorkeeper
    night: Night

    def start_work(self) -> None:
        """Start what runs beside the requests: beats, the turn of the day, printing, the voice packs."""
        self.socket.start_background_task(self.events.beat_forever)
        self.socket.start_background_task(self.door.watch_forever)
        self.socket.start_background_task(self._turn_days_forever)
        self.socket.start_background_task(self.night.watch_forever, self.socket.sleep)
        for worker in self.workers:
            self.socket.start_background_task(worker.run)
        for room in self.rooms:
            self.socket.start_background_task(self._prepare, room)

    def close(self) -> None:
        """Stop printing, sending and backing up, and close the database."""
        self.night.stop()
        for worker in self.workers:
            worker.stop()
        self.parts.database.close()

    def look_after_days(self, *, forgets: bool = False) -> None:
        """Do what comes with time and not with a request: end days, judge them, say that nobody asks for slips.

        `forgets`: also forget those whose retention is over.
        """
        for office in self.parts.served():
            try:
                house = FrontDesk(self.parts, office, operator(office.code))
                house.turn_the_day()
                while house.judge_unjudged_day():
                    self.socket.sleep(0)  # one at a time, so that nobody at the kiosk waits for days of long ago
                while forgets and house.forget_due().visitors:
                    self.socket.sleep(0)
                if house.reading(lambda records: nobody_asks(records, self.parts)):
                    self.parts.tell(office.code)  # a screen that knows it already hears nothing
            except Exception:  # a database that fails for a moment must not end all days
                log.exception("the day could not be turned", office=office.code)
            try:
                FrontDesk(self.parts, office, operator(office.code)).keep_silences()
            except Exception:  # a broken seal must not end the days, nor what else comes with time
                log.exception("a silence could not be kept", office=office.code)

    def _turn_days_forever(self) -> None:
        for turn in count():
            self.socket.sleep(DAY_CHECK_SECONDS)
            self.look_after_days(forgets=turn % FORGETS_EVERY == 0)

    def _prepare(self, room: Any) -> None:
        self.parts.aside.call(lambda: room.prepare(self.parts))


def create_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    threads: MakeThreads = PlainThreads,
    async_mode: str = "threading",
) -> House:
    """Build the program. Raises ProfileError for a profile that cannot be used, ValueError for a weak secret."""
    parts = build_parts(settings, clock=clock, threads=threads)
    app = _flask(parts)
    socket = SocketIO(
        app,
        async_mode=async_mode,
        ping_interval=PING_SECONDS,
        ping_timeout=PING_SECONDS,
        max_http_buffer_size=LARGEST_MESSAGE,
        serve_client=False,
    )
    trusted = settings.trusted_proxies
    if trusted:  # outermost, so that whatever counts or compares addresses sees the visitor's own
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted)  # type: ignore[method-assign] # as Flask says
    events = Events(socket, parts.database, parts.offices, parts.clock)
    rooms = [importlib.import_module(name) for name in settings.rooms]
    for room in rooms:
        for blueprint in room.blueprints:
            app.register_blueprint(blueprint)
        for screen in room.screens(parts):
            events.add(screen)
    door = open_sockets(socket, events, parts)
    check_routes(app)
    parts.follow_link = follow_link(app, parts)
    return House(app, socket, parts, events, _connect(parts, events, socket), rooms, door, Night(parts))


def build_parts(settings: Settings, *, clock: Clock | None = None, threads: MakeThreads = PlainThreads) -> Parts:
    """The parts without the web: what commands need to hand their verbs to the desk."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    clock = clock or Clock()
    database = Database(settings.database_url, threads)
    database.migrate()
    clock.journal_ends_at(database.house(lambda house: house.last_moment()))
    parts = Parts(
        settings=settings,
        database=database,
        clock=clock,
        keys=Keys(settings.secret_key or secret_in(settings.data_dir)),
        offices=load_offices(settings.offices_dir, today=clock.wall_now().date()),
        threads=threads,
        connections=connections_in(settings.channels_file),
    )
    if settings.channels_file is not None and others_may_read(settings.channels_file):
        log.warning(
            "other users of this machine may read the channels file: chmod 600", file=settings.channels_file.name
        )
    parts.keys_changed = lambda: parts.files.call(lambda: _rewrite_keys(parts))
    return parts


def _rewrite_keys(parts: Parts) -> None:
    """An erasure reaches the copies of the keys in the backup folder at once; one that is away hears of it later."""
    if not keys_written_anew(parts.settings, parts.clock.now()):
        log.warning("copies of the keys could not be written anew")


def _connect(parts: Parts, events: Events, socket: SocketIO) -> list[Beside]:
    """Everybody who works beside the requests, each woken after the commits that give them something to do."""
    new_bell = socket.server.eio.create_event  # one that lets the other greenlets run while it waits
    printers, posts = printers_of(parts, new_bell), posts_of(parts, new_bell)

    def wake_printer(office: str) -> None:
        if office in printers:
            printers[office].wake()

    def wake_post(office: str) -> None:
        for worker in posts.get(office, []):
            worker.wake()

    bus = bus_for(parts.settings.redis_url, events.changed, socket, parts.threads)
    parts.tell = bus.tell
    parts.wake_printer, parts.wake_post = wake_printer, wake_post
    parts.boards = events.boards
    senders = [worker for of_office in posts.values() for worker in of_office]
    return [*printers.values(), *senders, *watchers_of(parts, new_bell)]


def _flask(parts: Parts) -> APIFlask:
    app = APIFlask(
        __name__,
        title="PST front office",
        version=version("pst-front-office"),
        spec_path="/openapi.json",
        docs_path=None,
        static_folder=str(HERE / "static"),
        template_folder=str(HERE / "templates"),
    )
    app.request_class = PatientRequest
    app.extensions["pst"] = parts
    app.config["PST_BUILD"] = _build_stamp()
    app.config["SECRET_KEY"] = None  # no signed cookies: sessions are rows on the server
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 365 * 24 * 3600  # addresses of assets carry the build's stamp
    app.jinja_env.globals["asset"] = asset
    app.json.sort_keys = False  # type: ignore[attr-defined] # Flask's default provider has it
    answer_errors(app)
    guard_answers(app)
    speak(app, str(HERE / "translations"))
    settle_who_asks(app)
    for endpoint in ("static", "openapi.spec"):
        anyone(app.view_functions[endpoint])
    _add_house_routes(app, parts)
    return app


def _add_house_routes(app: APIFlask, parts: Parts) -> None:
    @app.get("/healthz")
    @app.doc(summary="200 while the process can write to its database")
    @anyone
    def healthz() -> tuple[Response, int]:
        try:
            parts.database.try_writing()
        except Exception as error:  # noqa: BLE001 # whatever it is, the answer is that we are not well
            return jsonify({"status": "failing", "reason": type(error).__name__}), 503
        return jsonify({"status": "ok", "clock_suspect": parts.clock.suspect}), 200

    @app.get("/docs")
    @app.doc(hide=True)
    @anyone
    def docs() -> str:
        return render_template("docs.html", language="en")

    @app.get("/")
    @app.doc(hide=True)
    @anyone
    def front_door() -> Any:
        if parts.settings.office or len(parts.offices) == 1:
            return redirect(f"/{parts.settings.office or next(iter(parts.offices))}/counter/")
        return render_template("offices.html", offices=parts.offices.values(), language="id")


def _build_stamp() -> str:
    stamp = HERE / "static" / "dist" / ".stamp"
    return stamp.read_text()[:12] if stamp.is_file() else "unbuilt"
