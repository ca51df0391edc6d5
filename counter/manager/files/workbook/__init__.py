"""Workbooks: how their cells look and what may be written into them."""

from __future__ import annotations

from counter.manager.files.workbook.styles import FONT

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a workbook is called on the net."""
PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": FONT,
}
"""Every text is written as text, and no cell is a formula (faults.md R1)."""
