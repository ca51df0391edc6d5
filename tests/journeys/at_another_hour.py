"""`pst` as it would run at another hour: its clock is SECONDS_LATER ahead of the machine's. Nothing else differs.

A journey must not depend on the hour at which it is tested, nor wait for the three minutes that an officer waits.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from functools import partial

from shared import server
from shared.app import create_app
from shared.cli import main
from shared.clock import Clock

LATER = "SECONDS_LATER"

if __name__ == "__main__":
    ahead = timedelta(seconds=float(os.environ[LATER]))
    clock = Clock(wall=lambda: datetime.now(UTC) + ahead)
    setattr(server, "create_app", partial(create_app, clock=clock))  # noqa: B010 # the same roof under another clock
    main()
