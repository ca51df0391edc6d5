"""Who works beside the requests: printers, senders, fetchers of files, and watchers of mailboxes."""

from __future__ import annotations

from collections.abc import Callable

from shared.channels import Connections, FetchWorker, PostWorker, Worker, fetchers, senders
from shared.channels.email.mailbox import Mailbox
from shared.channels.email.watcher import MailWatcher
from shared.front_desk import Parts
from shared.front_desk.outbox import Outbox
from shared.front_desk.requests.files import Files
from shared.front_desk.requests.letterbox import Letterbox
from shared.front_desk.requests.post import Post
from shared.printing import PrintingWorker, printer_at
from shared.printing.agent import is_by_agent
from shared.threads import Bell

Beside = PrintingWorker | Worker | MailWatcher
NewBell = Callable[[], Bell]


def printers_of(parts: Parts, new_bell: NewBell) -> dict[str, PrintingWorker]:
    """The printing worker of each office; none where another PC asks for the slips."""
    address = parts.settings.printer_url
    if address is None or is_by_agent(address):
        return {}
    workers = {}
    for office in parts.served():
        outbox = Outbox(parts, office)
        outbox.give_up_interrupted()
        printer = printer_at(address, parts.settings.data_dir / "slips" / office.code)
        workers[office.code] = PrintingWorker(printer, outbox, parts.clock.now, parts.threads(1).call, new_bell())
    return workers


def posts_of(parts: Parts, new_bell: NewBell) -> dict[str, list[Worker]]:
    """The workers of each office's connected channels."""
    workers: dict[str, list[Worker]] = {}
    for office in parts.served():
        connected = parts.connections.get(office.code, Connections())
        of_office = workers.setdefault(office.code, [])
        for sender in senders(connected):
            letters = Post(parts, office, sender.channel)
            of_office.append(PostWorker(sender, letters, parts.threads(1).call, new_bell()))
        for fetcher in fetchers(connected):
            files = Files(parts, office, fetcher.channel)
            of_office.append(FetchWorker(fetcher, files, parts.threads(1).call, new_bell()))
    return workers


def watchers_of(parts: Parts, new_bell: NewBell) -> list[MailWatcher]:
    """One for each connected mailbox of the offices served here; its line is used on one thread alone."""
    watchers = []
    for office in parts.served():
        account = parts.connections.get(office.code, Connections()).email
        if account is not None:
            letterbox = Letterbox(parts, office, account)
            watchers.append(MailWatcher(Mailbox(account), letterbox, parts.threads(1).call, new_bell()))
    return watchers
