"""`pst simulate`: rehearse a busy day at a running office, or see what another counter would change."""

from shared.cli.simulate.command import simulate

COMMANDS = (simulate,)
