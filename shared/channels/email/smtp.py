"""Letters go out by SMTP."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from shared.channels.connections import EmailAccount
from shared.channels.email.letter import message_id, written
from shared.channels.email.server import ANSWERS_WITHIN, problem_of, server_at, trusted
from shared.channels.outgoing import NotSent, Outgoing, Problem, SendOutcome, Sent
from shared.domain.standard import Channel

ME = "[127.0.0.1]"
"""How we greet the server; the name of an office's PC is nobody's business, and looking it up can take long."""
FOR_GOOD = range(500, 600)
"""Answers by which a server refuses a letter whenever it is asked again; 4xx says "later" (RFC 5321)."""


TOO_LARGE, MAILBOX_FULL = 552, b"5.2.2"
"""How a server refuses a letter for its size (RFC 1870), and what it says with the same number of a full mailbox."""
SLOWEST = 100_000
"""Bytes a second below which a letter with files is given up; the largest is then out before its lease ends."""


class SmtpSender:
    """Sends the letters of one mailbox, each over a connection of its own: an office sends a few a day."""

    channel: Channel = "email"

    def __init__(self, account: EmailAccount) -> None:
        self._account = account
        self._server = server_at(account.smtp)

    def send(self, letter: Outgoing) -> SendOutcome:
        """Hand the letter to the server. What went wrong is told by a word, never by an error with an address."""
        if not letter.email:
            return NotSent(Problem.NO_ADDRESS, final=True)
        try:
            mail = written(letter, self._account)
        except (ValueError, LookupError):
            return NotSent(Problem.REFUSED_MESSAGE, final=True)
        to = letter.email

        def hand_over(line: smtplib.SMTP) -> None:
            if line.sock is not None:
                line.sock.settimeout(ANSWERS_WITHIN + sum(len(file.content) for file in letter.files) * 4 / 3 / SLOWEST)
            try:
                line.send_message(mail, self._account.address, [to])
            except smtplib.SMTPNotSupportedError as error:  # an address in letters that this server cannot write
                raise smtplib.SMTPDataError(553, str(error)) from None

        problem = self._over_a_line(hand_over)
        return problem or Sent(message_id(letter, self._account))

    def trial(self) -> Problem | None:
        """Sign in and send nothing; None when all is well."""
        problem = self._over_a_line(smtplib.SMTP.noop)
        return problem.problem if problem else None

    def _over_a_line(self, work: Callable[[smtplib.SMTP], object]) -> NotSent | None:
        try:
            with self._line() as line:
                work(line)
        except smtplib.SMTPAuthenticationError:
            return NotSent(Problem.REFUSED_LOGIN)
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            return NotSent(Problem.REFUSED_MESSAGE, final=all(code in FOR_GOOD for code in codes))
        except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
            return NotSent(_why_refused(error), final=error.smtp_code in FOR_GOOD)
        except smtplib.SMTPNotSupportedError:
            return NotSent(Problem.UNTRUSTED)  # it offers no STARTTLS, or no way to sign in
        except (smtplib.SMTPException, OSError) as error:
            return NotSent(problem_of(error))
        return None

    @contextmanager
    def _line(self) -> Iterator[smtplib.SMTP]:
        """A line on which we are known. What happens at the goodbye changes nothing: the letter was taken before."""
        line = self._dialled()
        try:
            if self._server.scheme == "smtp+starttls":
                line.starttls(context=trusted())
            if self._account.user:
                line.login(self._account.user, self._account.password)
            yield line
        finally:
            with suppress(smtplib.SMTPException, OSError):
                line.quit()
            line.close()

    def _dialled(self) -> smtplib.SMTP:
        host, port = self._server.host, self._server.port
        if self._server.scheme == "smtps":
            return smtplib.SMTP_SSL(host, port or 465, ME, timeout=ANSWERS_WITHIN, context=trusted())
        return smtplib.SMTP(host, port or 587, ME, timeout=ANSWERS_WITHIN)


def _why_refused(error: smtplib.SMTPResponseException) -> Problem:
    said = error.smtp_error if isinstance(error.smtp_error, bytes) else error.smtp_error.encode()
    is_for_size = error.smtp_code == TOO_LARGE and MAILBOX_FULL not in said
    return Problem.TOO_LARGE if is_for_size else Problem.REFUSED_MESSAGE
