"""A printer at another PC: its agent asks the server for slips, prints them there, and says what came of each.

The agent renders and delivers with the same code as the server, so a slip is asked for, begun and ended in the same
three steps, and one that was under way when the agent died is never printed again blindly.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import structlog

from shared.printing.outcome import NotPrinted, Outcome, Printed, Reason, Sent, Unsure
from shared.printing.slip import Slip
from shared.printing.worker import PrintJob

BY_AGENT = "agent:"
"""The printer's address in the settings of a server whose slips another PC prints."""
PATIENCE = 10
"""Seconds that the server may take to answer."""

log = structlog.get_logger()


def is_by_agent(address: str | None) -> bool:
    """Whether the slips of this server are printed by an agent."""
    return address is not None and address.startswith(BY_AGENT)


def job_json(job: PrintJob) -> dict[str, Any]:
    """A slip on its way to the agent."""
    slip = asdict(job.slip) | {"issued_at": job.slip.issued_at.isoformat()}
    return {"id": job.id, "attempt": job.attempt, "asked_at": job.asked_at.isoformat(), "slip": slip}


def job_from(told: Mapping[str, Any]) -> PrintJob:
    """The same, as the agent reads it."""
    slip = dict(told["slip"])
    slip["issued_at"] = datetime.fromisoformat(slip["issued_at"])
    slip["estimate"] = slip["estimate"] and tuple(slip["estimate"])
    return PrintJob(told["id"], told["attempt"], Slip(**slip), datetime.fromisoformat(told["asked_at"]))


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """What came of a slip, on its way back."""
    reason = outcome.reason.value if isinstance(outcome, NotPrinted) else None
    return {"outcome": outcome.code, "reason": reason, "paper_low": isinstance(outcome, Printed) and outcome.paper_low}


def outcome_from(outcome: str, reason: str | None, *, paper_low: bool) -> Outcome:
    """The same, as the server reads it. ValueError for an outcome that there is not."""
    if outcome == NotPrinted.code:
        return NotPrinted(Reason(reason or ""))
    known: dict[str, Outcome] = {Printed.code: Printed(paper_low), Sent.code: Sent(), Unsure.code: Unsure()}
    if outcome not in known:
        raise ValueError(f"there is no outcome {outcome!r}")
    return known[outcome]


class ServersOutbox:
    """The outbox of an office on its server, as the agent's worker sees it (`PrintJobs`)."""

    def __init__(self, server: str, office: str, token: str) -> None:
        self._root = f"{server.rstrip('/')}/{office}/counter/print-jobs"
        self._token = token

    def next_slip(self) -> PrintJob | None:
        """The slip that has waited longest; None also while the server cannot be reached, which is logged."""
        try:
            told = self._ask("next")
        except HTTPError:
            raise
        except (URLError, OSError) as error:
            log.warning("server_not_reached", kind=type(error).__name__)
            return None
        return job_from(told) if told else None

    def began(self, job_id: int) -> bool:
        """Whether this agent may print the slip."""
        return bool((self._ask(f"{job_id}/began", {}) or {})["began"])

    def ended(self, job_id: int, outcome: Outcome) -> None:
        """Tell the server what came of it; raises while it cannot be told, so that the worker tells it again.

        A server that was restored does not know the slip: told again for ever, it would keep every other one back.
        """
        try:
            self._ask(f"{job_id}/ended", outcome_json(outcome))
        except HTTPError as error:
            if error.code != HTTPStatus.NOT_FOUND:
                raise
            log.warning("server_does_not_know_the_slip")

    def _ask(self, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
        sent = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._token}", "Accept": "application/json"}
        request = Request(f"{self._root}/{path}", sent, headers | {"Content-Type": "application/json"})  # noqa: S310 # checked by the command: http or https
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 # likewise
            if answer.status == HTTPStatus.NO_CONTENT:
                return None
            told: dict[str, Any] = json.load(answer)
            return told
