"""A real SMTP server on loopback: keeps what it was given, and refuses whatever the test wants refused."""

# ruff: noqa: ARG002 # aiosmtpd says who asks and how, and most answers do not depend on it

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.running import free_port

USER, PASSWORD = "pst3571", "ZZRAHASIA-surel"
TAKEN = "250 OK"


class PostOffice:
    """What came, and what is answered: `at_recipient` and `at_data` are SMTP answers."""

    def __init__(self, *, tls: ssl.SSLContext | None = None) -> None:
        self.mails: list[EmailMessage] = []
        self.envelopes: list[Envelope] = []
        self.at_recipient = self.at_data = TAKEN
        self.hangs_up_after_data = False
        self.port = free_port()
        self._tls = tls
        self._controller: Controller | None = None

    @property
    def address(self) -> str:
        """Where it is, without a scheme."""
        return f"127.0.0.1:{self.port}"

    def opens(self) -> None:
        """Switch it on; the same port after `closes`."""
        wish: dict[str, Any] = {"auth_required": True, "authenticator": self._knows, "auth_require_tls": False}
        if self._tls:
            wish |= {"tls_context": self._tls, "require_starttls": True}
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **wish)
        self._controller.start()

    def closes(self) -> None:
        """Switch it off."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802 # aiosmtpd calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Whether we know the recipient."""
        if self.at_recipient == TAKEN:
            envelope.rcpt_tos.append(address)
        return self.at_recipient

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 # as above
        """The letter itself."""
        if self.at_data == TAKEN:
            content = envelope.content
            assert isinstance(content, bytes)
            mail = message_from_bytes(content, policy=default)
            self.mails.append(mail)
            self.envelopes.append(envelope)
        if self.hangs_up_after_data:
            assert server.transport is not None
            server.transport.close()
            await asyncio.sleep(0)
        return self.at_data

    def _knows(self, server: SMTP, session: Session, envelope: Envelope, how: str, said: Any) -> AuthResult:
        good = isinstance(said, LoginPassword) and (said.login, said.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)


@contextmanager
def post_office(*, tls: ssl.SSLContext | None = None) -> Iterator[PostOffice]:
    """A server that is on, and off afterwards."""
    office = PostOffice(tls=tls)
    office.opens()
    try:
        yield office
    finally:
        office.closes()


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate for 127.0.0.1 that nobody trusts unless told to: the server's context, and the file to trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "post office")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=400))
        .not_valid_after(now + timedelta(days=400))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "server.pem", folder / "server.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    how = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    private.write_bytes(key.private_bytes(*how))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(public, private)
    return context, public
