"""The words of the Survei Kepuasan Masyarakat, as asked since Permenpan RB 14/2017.

The regulation prints a sample questionnaire that asks for facilities (U9) eighth and for complaints (U8) ninth. It is
kept in that order because respondents know it so; answers are stored by code, never by position.
"""

from __future__ import annotations

from datetime import date

from shared.domain.satisfaction.questionnaire import Questionnaire, Wording
from shared.domain.text import Text

SUITABLE = (
    Text("Tidak sesuai", "Not suitable"),
    Text("Kurang sesuai", "Less than suitable"),
    Text("Sesuai", "Suitable"),
    Text("Sangat sesuai", "Very suitable"),
)

SKM_2017 = Questionnaire(
    version="skm-2017",
    valid_from=date(2017, 1, 1),
    highest=4,
    wordings=(
        Wording(
            code="U1",
            question=Text(
                "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
                "What do you think of how well the requirements suit the kind of service?",
            ),
            options=SUITABLE,
        ),
        Wording(
            code="U2",
            question=Text(
                "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
                "How easy do you find the procedure of service in this unit?",
            ),
            options=(
                Text("Tidak mudah", "Not easy"),
                Text("Kurang mudah", "Less than easy"),
                Text("Mudah", "Easy"),
                Text("Sangat mudah", "Very easy"),
            ),
        ),
        Wording(
            code="U3",
            question=Text(
                "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
                "What do you think of how quickly the service is given?",
            ),
            options=(
                Text("Tidak cepat", "Not quick"),
                Text("Kurang cepat", "Less than quick"),
                Text("Cepat", "Quick"),
                Text("Sangat cepat", "Very quick"),
            ),
        ),
        Wording(
            code="U4",
            question=Text(
                "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
                "What do you think of how reasonable the cost or tariff of the service is?",
            ),
            options=(
                Text("Sangat mahal", "Very expensive"),
                Text("Cukup mahal", "Rather expensive"),
                Text("Murah", "Cheap"),
                Text("Gratis", "Free of charge"),
            ),
        ),
        Wording(
            code="U5",
            question=Text(
                "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar "
                "pelayanan dengan hasil yang diberikan?",
                "What do you think of how well the result that you were given suits what the service standard states?",
            ),
            options=SUITABLE,
        ),
        Wording(
            code="U6",
            question=Text(
                "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
                "What do you think of the competence and ability of the officer who served you?",
            ),
            options=(
                Text("Tidak kompeten", "Not competent"),
                Text("Kurang kompeten", "Less than competent"),
                Text("Kompeten", "Competent"),
                Text("Sangat kompeten", "Very competent"),
            ),
        ),
        Wording(
            code="U7",
            question=Text(
                "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
                "What do you think of how polite and friendly the officer was?",
            ),
            options=(
                Text("Tidak sopan dan ramah", "Not polite and friendly"),
                Text("Kurang sopan dan ramah", "Less than polite and friendly"),
                Text("Sopan dan ramah", "Polite and friendly"),
                Text("Sangat sopan dan ramah", "Very polite and friendly"),
            ),
        ),
        Wording(
            code="U9",
            question=Text(
                "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
                "What do you think of the quality of the facilities and infrastructure?",
            ),
            options=(
                Text("Buruk", "Bad"),
                Text("Cukup", "Fair"),
                Text("Baik", "Good"),
                Text("Sangat baik", "Very good"),
            ),
        ),
        Wording(
            code="U8",
            question=Text(
                "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
                "What do you think of how complaints of service users are handled?",
            ),
            options=(
                Text("Tidak ada", "There is none"),
                Text("Ada tetapi tidak berfungsi", "There is, but it does not work"),
                Text("Berfungsi kurang maksimal", "It works less than fully"),
                Text("Dikelola dengan baik", "It is managed well"),
            ),
        ),
    ),
)

SKM_VERSIONS: tuple[Questionnaire, ...] = (SKM_2017,)
"""Every version that was ever asked, oldest first. A new wording is a new version at the end; none is taken away."""
