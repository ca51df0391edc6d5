"""Satisfaction surveys: SKM (nine unsur, 1-4) and SKD (sixteen statements, 1-10), never converted into each other."""

from shared.domain.satisfaction.groups import FEWEST, Groups, told_apart
from shared.domain.satisfaction.periods import earlier, quarter_of
from shared.domain.satisfaction.priorities import Priorities, Quadrant, priorities
from shared.domain.satisfaction.questionnaire import Questionnaire, Wording, in_force, of_version
from shared.domain.satisfaction.rounding import half_up
from shared.domain.satisfaction.sample_size import Sample, sample_size
from shared.domain.satisfaction.skd import Skd, SkdResponse, StatementFigure, skd
from shared.domain.satisfaction.skd_wording import SKD_VERSIONS
from shared.domain.satisfaction.skm import (
    UNSUR,
    Grade,
    Index,
    Skm,
    SkmAnswers,
    Unsur,
    UnsurFigure,
    check_answers,
    grade_of,
    skm,
)
from shared.domain.satisfaction.skm_wording import SKM_VERSIONS

__all__ = [
    "FEWEST",
    "SKD_VERSIONS",
    "SKM_VERSIONS",
    "UNSUR",
    "Grade",
    "Groups",
    "Index",
    "Priorities",
    "Quadrant",
    "Questionnaire",
    "Sample",
    "Skd",
    "SkdResponse",
    "Skm",
    "SkmAnswers",
    "StatementFigure",
    "Unsur",
    "UnsurFigure",
    "Wording",
    "check_answers",
    "earlier",
    "grade_of",
    "half_up",
    "in_force",
    "of_version",
    "priorities",
    "quarter_of",
    "sample_size",
    "skd",
    "skm",
    "told_apart",
]
