"""A pack made aside: the snapshot into a folder of its own, then summary, manifest and seal."""

from __future__ import annotations

from pathlib import Path

from flask_babel import force_locale

from counter.manager.evidence.gathering import Gathered
from counter.manager.evidence.standard_lines import in_force
from counter.manager.files.heading import program
from shared.domain.standard import WalkInPromise
from shared.evidence.layout import CONTENTS, README, SUMMARY, Days, InForce, Manifest, OfOffice, pack_name
from shared.evidence.sealing import of_file, seal_pack

INDONESIAN = "id"


def assembled(found: Gathered, folder: Path) -> Path:
    """Add summary and readme to the files in the folder, and seal them all. Raises TypefaceMissingError."""
    from counter.manager.evidence.readme import readme  # noqa: PLC0415 # loads 15 MB that most days need not
    from counter.manager.evidence.summary import summary  # noqa: PLC0415 # likewise

    with force_locale(INDONESIAN):
        (folder / SUMMARY).write_bytes(summary(found))
        (folder / README).write_bytes(readme(found))
    pack = folder / pack_name(found.office.code, found.first, found.last)
    seal_pack({name: folder / name for name in CONTENTS}, _manifest(found, folder), pack)
    return pack


def _manifest(found: Gathered, folder: Path) -> Manifest:
    office, standard = found.office, found.office.standard
    return Manifest(
        program=program(),
        made_at=found.made_at,
        office=OfOffice(code=office.code, name=office.name, zone=office.zone),
        period=Days(first=found.first, last=found.last),
        title=standard.title,
        decree=standard.decree,
        chain=found.chain,
        promises=[_promise(promise) for promise in in_force(standard, found.first, found.last)],
        rehearsals_left_out=found.rehearsals,
        files={name: of_file(folder / name) for name in CONTENTS},
    )


def _promise(promise: WalkInPromise) -> InForce:
    return InForce(
        sentence=promise.sentence,
        limit_seconds=promise.limit_seconds,
        services=list(promise.services),
        start=promise.start,
        end=promise.end,
        valid_from=promise.valid_from,
        valid_to=promise.valid_to,
    )
