"""Which language a request is answered in: Indonesian, unless the reader chose English."""

from __future__ import annotations

from typing import Any

from apiflask import APIFlask
from flask import Response, g, jsonify, request
from flask_babel import Babel, get_translations

from shared.web.policy import anyone

LANGUAGES = ("id", "en")
COOKIE = "pst-language"


def chosen_language() -> str:
    """`?lang=`, else the ticket's own language, else the cookie, else what a program's Accept-Language prefers."""
    asked = request.args.get("lang") or g.get("language") or request.cookies.get(COOKIE)
    if asked in LANGUAGES:
        return str(asked)
    if "text/html" in request.headers.get("Accept", ""):
        return "id"  # a kiosk's browser may speak English by default; its visitors do not
    return request.accept_languages.best_match(LANGUAGES, default="id") or "id"


def speak(app: APIFlask, domain_folder: str) -> None:
    """Set up the catalogues, and serve them to the pages as `/words/<language>.json`."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = domain_folder
    app.config["BABEL_DEFAULT_LOCALE"] = "id"
    Babel(app, locale_selector=chosen_language)

    @app.get("/words/<language>.json")
    @app.doc(hide=True)
    @anyone
    def words(language: str) -> Response:
        catalogue: dict[str, Any] = {}
        if language in LANGUAGES:
            g.language = language
            found = get_translations()
            catalogue = {
                key: text for key, text in getattr(found, "_catalog", {}).items() if isinstance(key, str) and key
            }
        answer = jsonify(catalogue)
        answer.headers["Cache-Control"] = "public, max-age=300"
        return answer
