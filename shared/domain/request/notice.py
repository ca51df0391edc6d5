"""The notice above the web form (UU 27/2022 Pasal 21); the whole text stands behind it."""

from __future__ import annotations

from shared.domain.text import Text

NOTICE = Text(
    "Data Anda. {office} memakai tulisan dan kontak Anda hanya untuk menjawab permintaan ini (UU 27/2022 Pasal 20). "
    "Semuanya disandikan, dan dihapus {days} hari setelah permintaan selesai. Anda dapat menghapusnya sendiri kapan "
    "saja di halaman permintaan Anda. Pertanyaan: {contact}.",
    "Your data. {office} uses your words and contact only to answer this request (Law 27/2022 Article 20). All of it "
    "is encrypted, and deleted {days} days after the request has ended. You can erase it yourself at any time on the "
    "page of your request. Questions: {contact}.",
)
