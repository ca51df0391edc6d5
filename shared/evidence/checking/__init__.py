"""What `pst fsck --evidence` does: the files, the chain, the figures, and the live journal where one is at hand."""

from shared.evidence.checking.check import check_pack
from shared.evidence.checking.report import PackReport

__all__ = ["PackReport", "check_pack"]
