"""Brings the pictures and papers that users send: the provider keeps them for seven days and tells only their names."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError

from shared.channels.connections import CloudAccount
from shared.channels.outgoing import NotFetched, Problem
from shared.channels.whatsapp.api import PATIENCE, ApiError, CloudApi, TooLargeError, is_untrusted
from shared.channels.whatsapp.problems import problem_of
from shared.domain.standard import Channel

LARGEST_FILE = 10 * 1024 * 1024
_NAME = re.compile(r"[\w.-]{1,200}")


class CloudFetcher:
    """The files of one number."""

    channel: Channel = "whatsapp"

    def __init__(self, account: CloudAccount, patience: float = PATIENCE) -> None:
        self._api = CloudApi(account, patience)

    def fetch(self, source: str) -> bytes | NotFetched:
        """The bytes, or why they are not here."""
        if not _NAME.fullmatch(source):
            return NotFetched(Problem.GONE, final=True)
        try:
            return self._api.file(source, LARGEST_FILE)
        except TooLargeError:
            return NotFetched(Problem.TOO_LARGE, final=True)
        except ApiError as error:
            return _why_not(error)
        except HTTPError as error:
            with error:
                return _why_not(ApiError(error.code))
        except (OSError, HTTPException) as error:
            return NotFetched(Problem.UNTRUSTED if is_untrusted(error) else Problem.UNREACHABLE)


def _why_not(error: ApiError) -> NotFetched:
    """An address that has run out is asked for anew; a file that the provider does not know is gone."""
    if error.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE) and error.code:
        return NotFetched(Problem.GONE, final=True)
    told = problem_of(error.status, error.code)
    return NotFetched(Problem.GONE if told.problem is Problem.REFUSED_MESSAGE else told.problem, final=told.final)
