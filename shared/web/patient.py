"""A request whose missing body is an empty one."""

from __future__ import annotations

from typing import Any

from flask import Request


class PatientRequest(Request):
    """A request whose missing body is an empty one: most verbs have nothing to say."""

    def get_json(self, force: bool = False, silent: bool = False, cache: bool = True) -> Any:  # noqa: ARG002 # whoever insists on reading another type as JSON is not heard
        """What the body says, if it says that it is JSON; nested too deep to be read is no JSON."""
        try:
            return super().get_json(force=not self.get_data(), silent=silent, cache=cache)
        except RecursionError as error:
            return self.on_json_loading_failed(ValueError(str(error)))

    def on_json_loading_failed(self, e: ValueError | None) -> Any:
        """Take nothing for an empty object; refuse what is there but is no JSON."""
        if not self.get_data():
            return {}
        return super().on_json_loading_failed(e)
