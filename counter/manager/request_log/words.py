"""Channels, states, verdicts and reasons of requests, in the reader's language."""

from __future__ import annotations

from flask_babel import gettext


def channel_words() -> dict[str, str]:
    """How it came."""
    return {
        "whatsapp": gettext("WhatsApp"),
        "email": gettext("E-mail"),
        "telephone": gettext("Telepon"),
        "pst_online": gettext("pst.bps.go.id"),
        "halopst": gettext("HaloPST"),
        "web_form": gettext("Formulir web"),
        "zoom": gettext("Zoom"),
    }


def state_words() -> dict[str, str]:
    """Where a request stands."""
    return {
        "received": gettext("Diterima"),
        "complete": gettext("Jelas dan lengkap"),
        "answering": gettext("Sedang dijawab"),
        "waiting": gettext("Menunggu pengguna"),
        "answered": gettext("Dijawab"),
        "closed": gettext("Selesai"),
        "closed_for_silence": gettext("Ditutup karena tidak ada respons"),
        "reopened": gettext("Dibuka kembali"),
    }


def verdict_words() -> dict[str, str]:
    """How it stands against its promise."""
    return {
        "kept": gettext("PATUH"),
        "missed": gettext("LEWAT"),
        "running": gettext("Berjalan"),
        "stands": gettext("Jam berhenti, menunggu jawaban pengguna"),
        "not_started": gettext("Jam belum mulai"),
        "not_judged": gettext("TIDAK DINILAI"),
    }


def reason_words() -> dict[str, str]:
    """Why a request is not judged."""
    return {
        "no_promise": gettext("Standar tidak menjanjikan waktu pada saluran ini"),
        "silence": gettext("Pengguna tidak merespons"),
        "withdrawn": gettext("Dicabut pengguna"),
        "duplicate": gettext("Sama dengan permintaan lain"),
        "handed_over": gettext("Dialihkan"),
        "misdirected": gettext("Salah alamat"),
        "nothing_more": gettext("Tidak ada yang ditanyakan lagi"),
        "outside_hours": gettext("Di luar jam layanan"),
    }
