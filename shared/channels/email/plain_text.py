"""HTML as plain text: what a person would read, no script, nothing fetched, quoted words behind ">"."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNREAD = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe"})
_BLOCKS = frozenset(
    "address article aside blockquote div dl dt dd fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main "  # noqa: SIM905
    "ol p pre section table tr ul".split()
)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def plain_text(html: str) -> str:
    """The words of a page, a line for each block; a page that never ends its style is read without its tags."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text() or _TAG.sub(" ", html).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unread: list[str] = []
        self._quoted = 0
        self._link: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._unread.clear()
        elif tag in _UNREAD:
            self._unread.append(tag)
        elif tag == "br" or tag in _BLOCKS:
            self._end_line()
            self._line += ["- "] if tag == "li" else []
        elif tag in ("td", "th"):
            self._line.append(" ")
        elif tag == "a":
            self._link = dict(attrs).get("href")
        elif tag == "img" and (said := dict(attrs).get("alt")):
            self._line.append(said)
        self._quoted += tag == "blockquote"

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            del self._unread[self._unread.index(tag) :]
        elif tag in _BLOCKS:
            self._end_line()
        elif tag == "a" and self._link:
            self._show_link(self._link)
            self._link = None
        if tag == "blockquote":
            self._quoted = max(0, self._quoted - 1)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._line.append(data)

    def text(self) -> str:
        self._end_line()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip()

    def _show_link(self, address: str) -> None:
        """Where a link leads is said beside its words: a person decides whether to go there."""
        if address.startswith(("http://", "https://")) and address.rstrip("/") not in "".join(self._line):
            self._line.append(f" ({address})")

    def _end_line(self) -> None:
        words = " ".join("".join(self._line).split())
        self._line = []
        if words or (self._lines and self._lines[-1]):
            self._lines.append(f"{'>' * self._quoted} {words}" if self._quoted and words else words)
