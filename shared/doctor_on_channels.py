"""What `pst doctor` sees of the connected channels: the file, and whether each mailbox lets us in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shared.channels import EmailAccount, Problem, connections_in, others_may_read
from shared.channels.connections import ConnectionsError
from shared.channels.email.mailbox import login_trial
from shared.channels.email.server import server_at
from shared.channels.email.smtp import SmtpSender
from shared.offices import ProfileError, load_offices
from shared.settings import Settings

ADVICE = {
    Problem.UNREACHABLE: "look at the network, and at host and port in the channels file",
    Problem.UNTRUSTED: "its certificate or encryption cannot be trusted: ask whoever runs the mail server",
    Problem.REFUSED_LOGIN: "correct user and password in the channels file; some providers want an app password",
    Problem.BROKEN: "correct the folder in the channels file",
}


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was looked at, as a finding of the doctor."""

    name: str
    well: bool
    seen: str
    advice: str = ""


def looks_at_channels(settings: Settings) -> Iterator[Look]:
    """Nothing where nothing is connected. Signs in at every mailbox, and reads and sends nothing."""
    file = settings.channels_file
    if file is None or not file.is_file():
        return
    try:
        connected = connections_in(file)
    except ConnectionsError as error:
        yield Look("channels file", False, str(error), "mend the file; the README has an example")
        return
    mode = f"mode {file.stat().st_mode & 0o777:o}"
    yield Look("channels file", not others_may_read(file), mode, f"run: chmod 600 {file}")
    if unknown := sorted(connected.keys() - _offices(settings)):
        yield Look("channels of", False, ", ".join(unknown), "there is no such office: correct the name in the file")
    for code, connections in connected.items():
        if connections.email is not None:
            yield from _mailbox(code, connections.email)


def _mailbox(code: str, account: EmailAccount) -> Iterator[Look]:
    for name, problem in (("reading", login_trial(account)), ("sending", SmtpSender(account).trial())):
        seen = problem.value.replace("_", " ") if problem else "lets us in"
        yield Look(f"{name} mail of {code}", problem is None, seen, ADVICE.get(problem, "") if problem else "")
    bare = [at for at in (account.imap, account.smtp) if not (server_at(at).is_private or server_at(at).is_here)]
    if bare:
        advice = "use imaps and smtps or smtp+starttls: password and letters go over the network in the open"
        yield Look(f"encryption of {code}", False, ", ".join(at.partition(":")[0] for at in bare), advice)


def _offices(settings: Settings) -> set[str]:
    try:
        return set(load_offices(settings.offices_dir))
    except ProfileError:
        return set()
