from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from shared.printing import Slip

URL = "HTTP://192.168.1.10:8080/T/ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.fixture
def slip() -> Slip:
    return Slip(
        office_name="PST BPS Kota Pekanbaru",
        office_place="Jl. Rawa Indah, Pekanbaru 28125",
        number="K-014",
        service="Konsultasi Statistik",
        ahead=3,
        estimate=(12, 20),
        issued_at=datetime(2026, 11, 19, 9, 5, tzinfo=ZoneInfo("Asia/Jakarta")),
        zone_letters="WIB",
        url=URL,
        wifi="PST-Pekanbaru",
        cost="Layanan ini tidak dipungut biaya.",
    )
