"""What kind of file it is, by its name: browsers and mail programs say different things of the same file."""

from __future__ import annotations

import re

UNKNOWN = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_BY_ENDING = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "txt": "text/plain",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}
_WRITTEN = re.compile(r"[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,79}")


def type_of(name: str, told: str) -> str:
    """The MIME type: by the ending of what an office sends, else as told where that is one, else unknown."""
    known = _BY_ENDING.get(name.rpartition(".")[2].lower()) if "." in name else None
    if known is not None:
        return known
    plain = told.strip().lower()
    is_one_file = _WRITTEN.fullmatch(plain) and not plain.startswith(("multipart/", "message/"))
    return plain if is_one_file else UNKNOWN
