"""The Cloud API over HTTP: JSON asked and answered, files fetched, within limits of time and size."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from http.client import HTTPException
from ssl import SSLCertVerificationError
from typing import IO, Any, BinaryIO
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from shared.channels.connections import CloudAccount

PATIENCE = 15.0
"""Seconds that the peer may take for each step of an answer, and for the whole of a short one."""
FILE_PATIENCE = 90.0
"""Seconds for a whole file; well below the lease of whoever fetches it."""
UPLOAD_PATIENCE = 240.0
"""Seconds for a file that goes out and its answer; how long the sending itself may take is its body's to say."""
LONGEST_ANSWER = 256 * 1024
_CHUNK = 64 * 1024


class ApiError(Exception):
    """The peer said no. `code` is its own number for why, 0 where it gave none; its words are not kept."""

    def __init__(self, status: int, code: int = 0) -> None:
        super().__init__(f"status {status}, code {code}")
        self.status = status
        self.code = code


class TooLargeError(Exception):
    """What came is larger than was asked for."""


def is_untrusted(error: Exception) -> bool:
    """Whether nothing was said to the peer because its certificate is not one to trust."""
    return isinstance(getattr(error, "reason", error), SSLCertVerificationError)


class _SameHost(HTTPRedirectHandler):
    """Follows nobody: a redirect would carry the token to another host."""

    def redirect_request(self, *_: object) -> None:
        """Never."""
        return


class CloudApi:
    """One account's access. Every call blocks; raises ApiError, OSError or HTTPException for whatever goes wrong."""

    def __init__(self, account: CloudAccount, patience: float = PATIENCE) -> None:
        self._account = account
        self._patience = patience
        self._opener: OpenerDirector = build_opener(_SameHost)

    def send(self, message: dict[str, Any]) -> dict[str, Any]:
        """Hand a message over; the peer's answer."""
        return self._json(f"{self._root}/{self._account.phone_number_id}/messages", message)

    def upload(self, kind: str, body: BinaryIO, size: int) -> dict[str, Any]:
        """Hand a file over as a form of this Content-Type, piece by piece; the peer's answer."""
        headers = self._headers | {"Content-Type": kind, "Content-Length": str(size)}
        address = f"{self._root}/{self._account.phone_number_id}/media"
        return self._asked(Request(address, body, headers), UPLOAD_PATIENCE)  # noqa: S310 # as below

    def file(self, media: str, most: int) -> bytes:
        """The bytes of a file that a user sent. Raises TooLargeError beyond `most` bytes."""
        told = self._json(f"{self._root}/{media}?phone_number_id={self._account.phone_number_id}")
        size, address = told.get("file_size"), told.get("url")
        if isinstance(size, int) and size > most:
            raise TooLargeError
        if not isinstance(address, str) or not address.startswith(("https://", f"{self._root}/")):
            raise ApiError(HTTPStatus.OK)
        return self._read(Request(address, headers=self._headers), most, FILE_PATIENCE)  # noqa: S310 # checked just above

    @property
    def _root(self) -> str:
        return self._account.api.rstrip("/")

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._account.token}", "User-Agent": "pst"}

    def _json(self, address: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        data = json.dumps(body).encode() if body is not None else None
        headers = self._headers | ({"Content-Type": "application/json"} if data else {})
        asked = Request(address, data, headers)  # noqa: S310 # the account's address was checked when it was read
        return self._asked(asked, self._patience)

    def _asked(self, asked: Request, within: float) -> dict[str, Any]:
        try:
            return _object(self._read(asked, LONGEST_ANSWER, within))
        except HTTPError as error:
            with error:
                raise ApiError(error.code, _code(error)) from None

    def _read(self, asked: Request, most: int, within: float) -> bytes:
        ends = time.monotonic() + within
        taken = bytearray()
        with self._opener.open(asked, timeout=self._patience) as answer:
            while chunk := answer.read1(_CHUNK):
                taken += chunk
                if len(taken) > most:
                    raise TooLargeError
                if time.monotonic() > ends:
                    raise TimeoutError
            if answer.length:
                raise HTTPException("the answer was cut off")
        return bytes(taken)


def _object(text: bytes) -> dict[str, Any]:
    """What the peer answered; a page of the network's own, with which hotels and offices answer, is no answer."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise ApiError(HTTPStatus.OK)
    return told


def _code(error: IO[bytes]) -> int:
    try:
        told = json.loads(error.read(LONGEST_ANSWER))["error"]["code"]
    except (ValueError, TypeError, KeyError, RecursionError, OSError, HTTPException):
        return 0
    return told if isinstance(told, int) else 0
