"""How the program says no: problem+json for programs, a friendly page for people, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from apiflask import APIFlask
from apiflask.exceptions import HTTPError
from flask import Response, g, jsonify, make_response, redirect, render_template, request
from werkzeug.exceptions import HTTPException

from shared.database import StorageError
from shared.domain.refusal import Refusal
from shared.vault import Unreadable
from shared.web.sentences import sentence

log = structlog.get_logger()

STATUS = {
    "unauthenticated": 401,
    "sign_in_failed": 401,
    "forbidden": 403,
    "csrf": 403,
    "officer_needed": 403,
    "unknown_office": 404,
    "unknown_ticket": 404,
    "unknown_counter": 404,
    "unknown_staff": 404,
    "unknown_token": 404,
    "unknown_code": 404,
    "no_slip": 404,
    "not_found": 404,
    "idempotency_key_missing": 400,
    "idempotency_key_invalid": 400,
    "bad_request": 400,
    "bad_dates": 422,
    "bad_times": 422,
    "unknown_reason": 422,
    "unknown_service": 422,
    "unknown_item": 422,
    "unknown_option": 422,
    "unknown_purpose": 422,
    "bad_answer": 422,
    "bad_phone": 422,
    "bad_email": 422,
    "identity_number": 422,
    "contact_of_minor": 422,
    "head_count": 422,
    "years_back": 422,
    "no_needs": 422,
    "nothing_stored": 404,
    "unknown_complaint": 404,
    "own_phone_needed": 403,
    "email_needed": 422,
    "phone_needed": 422,
    "contact_needed": 422,
    "hidden_field_filled": 422,
    "unknown_entry": 404,
    "unknown_institution": 404,
    "unknown_follow_up": 404,
    "nothing_planned": 422,
    "unknown_change": 404,
    "bad_span": 422,
    "bad_hours": 422,
    "bad_year": 422,
    "span_long": 422,
    "calendar_far": 422,
    "name_needed": 422,
    "decree_needed": 422,
    "private_words": 422,
    "words_long": 422,
    "no_such_holiday": 422,
    "unknown_kind": 422,
    "nothing_said": 422,
    "text_too_long": 422,
    "unknown_request": 404,
    "unknown_message": 404,
    "unknown_file": 404,
    "too_many_files": 422,
    "file_empty": 422,
    "file_too_large": 422,
    "files_too_large": 422,
    "unknown_requirement": 422,
    "unknown_outcome": 422,
    "bad_call_time": 422,
    "appointment_past": 422,
    "appointment_far": 422,
    "appointment_closed": 422,
    "service_needed": 422,
    "unknown_question": 422,
    "answer_out_of_range": 422,
    "not_asked": 422,
    "idempotency_key_reused": 422,
    "nobody_serves": 422,
    "reason_needed": 422,
    "why_needed": 422,
    "whole_months_needed": 422,
    "transfer_where": 422,
    "invalid_body": 422,
    "password_short": 422,
    "too_many": 429,
    "storage_unavailable": 503,
}
OTHER_REFUSALS = 409


def answer_errors(app: APIFlask) -> None:
    """Answer every refusal and every fault of a request; nothing of the program's inside is shown."""

    app.register_error_handler(Refusal, _refused)

    @app.errorhandler(Unreadable)
    def _lost_seal(_: Unreadable) -> Response:
        return problem("seal_unreadable")

    @app.error_processor
    def _unreadable(error: HTTPError) -> Response:
        if error.status_code == HTTPStatus.UNPROCESSABLE_ENTITY:
            return problem("invalid_body", facts={"fields": error.detail})
        return problem(_key_of(error.status_code), status=error.status_code)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
        answer = problem(_key_of(status), status=status)
        if error.get_response().headers.get("Allow"):
            answer.headers["Allow"] = error.get_response().headers["Allow"]
        return answer

    @app.errorhandler(StorageError)
    def _storage(error: StorageError) -> Response:
        # Not the message: a database's message may carry the values that it was given.
        log.error("storage failed", kind=type(error).__name__, path=request.url_rule and request.url_rule.rule)
        answer = problem("storage_unavailable")
        answer.headers["Retry-After"] = "2"
        return answer

    @app.errorhandler(Exception)
    def _broken(error: Exception) -> Response:
        log.error(
            "a request failed",
            exc_info=error,
            kind=type(error).__name__,
            path=request.url_rule and request.url_rule.rule,
        )
        return problem("internal", status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _refused(refusal: Refusal) -> Response:
    if refusal.key == "unauthenticated" and request.blueprint == "counter" and prefers_html():
        return make_response(redirect(f"/{g.asking.office.code}/counter/"))  # a person is asked to sign in
    return problem(refusal.key, facts=refusal.facts)


def problem(key: str, *, status: int | None = None, facts: Mapping[str, object] | None = None) -> Response:
    """An error as RFC 9457 problem+json with a stable `code`, or a page when the client prefers one."""
    status = status or STATUS.get(key, OTHER_REFUSALS)
    facts = facts or {}
    detail = sentence(key, facts)
    if prefers_html():
        page = render_template("error.html", detail=detail, status=status, office=_office())
        return make_response(page, status)
    written = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": key,
    }
    written |= {name: facts[name] for name in ("fields", "item") if name in facts}  # where a page may point to
    answer = jsonify(written)
    answer.status_code = status
    answer.content_type = "application/problem+json"
    return answer


def prefers_html() -> bool:
    """Whether a person's browser is asking for a page."""
    best = request.accept_mimetypes.best_match(["application/json", "text/html"], default="application/json")
    return request.method == "GET" and best == "text/html" and "text/html" in request.headers.get("Accept", "")


def _office() -> Any:
    asking = g.get("asking")
    return asking.office if asking else None


def _key_of(status: int) -> str:
    names = {
        400: "bad_request",
        404: "not_found",
        405: "method_not_allowed",
        413: "too_large",
        415: "not_json",
    }
    return names.get(status, HTTPStatus(status).name.lower())
