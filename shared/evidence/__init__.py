"""The evidence pack of an inspection: what it is made of, how it is sealed, and how anybody checks it afterwards."""

from shared.evidence.checking import PackReport, check_pack
from shared.evidence.opening import UnreadablePackError

__all__ = ["PackReport", "UnreadablePackError", "check_pack"]
