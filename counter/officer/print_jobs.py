"""Slips for a printer at another PC: its agent asks for them here, and says what came of each."""

from __future__ import annotations

from typing import Literal

from apiflask import APIBlueprint
from flask import Response, jsonify

from shared.domain.refusal import Refusal
from shared.domain.staff import STAFF_ROLES
from shared.front_desk.outbox import Outbox
from shared.printing.agent import is_by_agent, job_json, outcome_from
from shared.web import allow, asking, parts
from shared.web.bodies import Body


class Ended(Body):
    """What came of a slip; `reason` only where it was not printed."""

    outcome: Literal["printed", "sent", "not_printed", "unsure"]
    reason: Literal["unreachable", "no_paper", "offline", "stale", "no_driver"] | None = None
    paper_low: bool = False


def add_routes(blueprint: APIBlueprint) -> None:
    """The three steps of a slip: asked for, begun, ended."""

    @blueprint.get("/print-jobs/next")
    @blueprint.doc(summary="The slip that has waited longest, for an agent's printer; 204 while there is none")
    @allow(*STAFF_ROLES)
    def next_job() -> tuple[Response | str, int]:
        job = _outbox().next_slip()
        return (jsonify(job_json(job)), 200) if job else ("", 204)

    @blueprint.post("/print-jobs/<int:job>/began")
    @blueprint.doc(summary="The agent is about to print; false when somebody else does already")
    @allow(*STAFF_ROLES)
    def began(job: int) -> Response:
        return jsonify({"began": _outbox().began(job)})

    @blueprint.post("/print-jobs/<int:job>/ended")
    @blueprint.input(Ended, location="json")
    @blueprint.doc(summary="What came of a slip")
    @allow(*STAFF_ROLES)
    def ended(job: int, json_data: Ended) -> tuple[str, int]:
        if (json_data.outcome == "not_printed") != (json_data.reason is not None):
            raise Refusal("invalid_body")
        _outbox().ended(job, outcome_from(json_data.outcome, json_data.reason, paper_low=json_data.paper_low))
        return "", 204


def _outbox() -> Outbox:
    """The office's outbox; only where its slips are printed by an agent, so that no slip is printed twice."""
    if not is_by_agent(parts().settings.printer_url):
        raise Refusal("no_printer")
    return Outbox(parts(), asking().office)
