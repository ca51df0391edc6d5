"""A real Dovecot on loopback, in a folder of its own: an IMAP server with one mailbox, started and stopped at will."""

from __future__ import annotations

import getpass
import grp
import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from tests.channels.post_office import PASSWORD, USER
from tests.running import free_port, until

DOVECOT = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin:/sbin")


class MailHost:
    """One Dovecot with one mailbox."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "dovecot.conf").write_text(self._settings(), encoding="utf-8")
        (folder / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n", encoding="utf-8")
        for name in ("run", "state", "mail"):
            (folder / name).mkdir()
        if os.geteuid() == 0:  # Dovecot reads no mail as root
            for path in (folder, *folder.iterdir()):
                shutil.chown(path, "nobody")

    @property
    def address(self) -> str:
        """As an account names it."""
        return f"imap://127.0.0.1:{self.port}"

    @property
    def is_on(self) -> bool:
        """Whether it was started."""
        return self._process is not None

    def starts(self) -> None:
        """Switch it on and wait until it answers."""
        with (self.folder / "dovecot.log").open("ab") as log:
            command = [str(DOVECOT), "-F", "-c", str(self.folder / "dovecot.conf")]
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            until(self._answers, 20)
        except AssertionError:
            pytest.fail(f"Dovecot did not start: {(self.folder / 'dovecot.log').read_text()[-2000:]}")

    def stops(self) -> None:
        """Switch it off."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._process = None
            until(lambda: not self._answers(), 20, "Dovecot did not stop")

    def receives(self, mail: bytes, at: datetime | None = None) -> None:
        """A mail arrives, as a mail server would lay it down."""
        with self._line() as line:
            when = imaplib.Time2Internaldate(at) if at else None
            answer, said = line.append("INBOX", "", when or "", mail)
            assert answer == "OK", said

    def flags(self) -> list[str]:
        """The flags of each mail, oldest first: S seen, F flagged."""
        with self._line() as line:
            _, found = line.uid("FETCH", "1:*", "(FLAGS)")
        return [
            ("S" if b"\\Seen" in one else "") + ("F" if b"\\Flagged" in one else "")
            for one in found
            if isinstance(one, bytes)
        ]

    def store(self, mail: int, change: str, flag: str) -> None:
        """Somebody changes a flag in a mail program: the n-th mail, "+FLAGS" or "-FLAGS"."""
        with self._line() as line:
            line.store(str(mail), change, flag)

    def empties(self) -> None:
        """Every mail is taken away; UIDs go on."""
        with self._line() as line:
            line.uid("STORE", "1:*", "+FLAGS", "\\Deleted")
            line.expunge()

    def rebuilds(self) -> None:
        """The mailbox is built anew with other UIDs, as after a move to another server; everything is unread again."""
        with self._line() as line:
            _, found = line.fetch("1:*", "(RFC822)")
            mails = [one[1] for one in found if isinstance(one, tuple)]
        self.stops()
        shutil.rmtree(self.folder / "mail")
        (self.folder / "mail").mkdir()
        if os.geteuid() == 0:
            shutil.chown(self.folder / "mail", "nobody")
        self.starts()
        for mail in mails:
            self.receives(mail)

    @contextmanager
    def _line(self) -> Iterator[imaplib.IMAP4]:
        line = imaplib.IMAP4("127.0.0.1", self.port, timeout=20)
        line.login(USER, PASSWORD)
        line.select("INBOX")
        try:
            yield line
        finally:
            line.logout()

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as trial:
                return trial.recv(4) == b"* OK"
        except OSError:
            return False

    def _settings(self) -> str:
        root = os.geteuid() == 0
        me = getpass.getuser()
        mail_user = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.geteuid())
        return f"""
protocols = imap
listen = 127.0.0.1
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
default_internal_user = {"dovecot" if root else me}
default_login_user = {"dovenull" if root else me}
default_internal_group = {"dovecot" if root else grp.getgrgid(mail_user.pw_gid).gr_name}
first_valid_uid = 1
mail_location = maildir:{self.folder}/mail/Maildir
mail_home = {self.folder}/mail
mail_uid = {mail_user.pw_uid}
mail_gid = {mail_user.pw_gid}
first_valid_gid = 1
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
passdb {{
  driver = passwd-file
  args = scheme=plain {self.folder}/users
}}
userdb {{
  driver = static
  args = uid={mail_user.pw_uid} gid={mail_user.pw_gid} home={self.folder}/mail
}}
"""


@contextmanager
def mail_host() -> Iterator[MailHost]:
    """A server that is on, and gone afterwards with everything that it kept. Needs Dovecot 2.3 (Debian's)."""
    if DOVECOT is None:
        need = "needs an IMAP server: apt-get install dovecot-imapd"
        if os.environ.get("PST_REQUIRE_BROWSER") == "1":  # where everything must be tested, nothing is left out
            pytest.fail(need)
        pytest.skip(need)
    with tempfile.TemporaryDirectory(prefix="pst-mail-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        host = MailHost(Path(folder))
        host.starts()
        try:
            yield host
        finally:
            host.stops()
