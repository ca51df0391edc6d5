"""Pages: a frame from the server, the screen from the room's own module, fed with the same JSON as its sockets."""

from __future__ import annotations

from typing import Any

from flask import current_app, g, make_response, render_template, url_for
from flask.wrappers import Response
from flask_babel import get_locale

from shared.domain.office import Office
from shared.web.asking import asking, parts
from shared.web.views import at_office, both


def page(module: str, title: str, kind: str, snapshot: Any, **extras: Any) -> Response:
    """A live page: `module` is the built script, `kind` the class of the root (kiosk, board, phone, staff)."""
    data = page_data(snapshot, **extras)
    written = render_template("page.html", module=module, title=title, kind=kind, data=data, language=data["language"])
    return make_response(written)


def standard_page(template: str, **values: Any) -> Response:
    """A page that the server writes whole."""
    return make_response(render_template(template, language=_language(), **values))


def page_data(snapshot: Any, **extras: Any) -> dict[str, Any]:
    """What a page knows when it opens; the snapshot is the very one that its socket carries."""
    office = asking().office
    person = asking().person
    return {
        "office": office_json(office),
        "language": _language(),
        "now": at_office(parts().clock.now(), office),
        "csrf": person.csrf if person else None,
        "rehearsal": parts().settings.always_open,
        "root": f"/{office.code}",
        "snapshot": snapshot,
        **extras,
    }


def office_json(office: Office) -> dict[str, Any]:
    """What is public of an office's profile."""
    promise = office.standard.walk_in
    return {
        "code": office.code,
        "name": office.name,
        "place": office.place,
        "phone": office.phone,
        "website": office.website,
        "zone": office.zone,
        "zone_letters": office.zone_letters,
        "wifi": office.wifi,
        "services": [
            {
                "code": s.code,
                "name": both(s.name),
                "what": both(s.what),
                "form": s.form,
                "record": s.record,
                "has_line": office.has_line(s.code),
                "takes_complaints": s.takes_complaints,
            }
            for s in office.services
        ],
        "order": office.guest_book.order,
        "calls_on_board": office.calls_on_board,
        "counters": [
            {"counter": c.number, "name": c.name.id, "names": both(c.name), "services": list(c.services)}
            for c in office.counters
        ],
        "promise": promise and {"minutes": promise.limit_seconds // 60, "sentence": promise.sentence},
        "standard": {"title": office.standard.title, "decree": office.standard.decree},
        "cost": both(office.cost),
        "complaints": list(office.complaints),
        "after_the_number": office.after_the_number and both(office.after_the_number),
        "running_text": [both(text) for text in office.running_text],
    }


def asset(name: str) -> str:
    """The address of a built script or style; its stamp changes when the build does, so browsers may keep it."""
    return url_for("static", filename=f"dist/{name}", v=current_app.config["PST_BUILD"])


def _language() -> str:
    return str(g.get("language") or get_locale() or "id")
