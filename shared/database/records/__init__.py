"""The questions that the desk asks, always within one office: no caller can forget which."""

from __future__ import annotations

from shared.database.records.calendar import CalendarRecords
from shared.database.records.chain import ChainRecords
from shared.database.records.channels import ChannelRecords
from shared.database.records.complaints import ComplaintRecords
from shared.database.records.expected import ExpectedRecords
from shared.database.records.follow_ups import FollowUpRecords
from shared.database.records.house import HouseRecords
from shared.database.records.judged import JudgedRecords
from shared.database.records.line import LineRecords
from shared.database.records.needs import NeedRecords
from shared.database.records.paper import PaperRecords
from shared.database.records.people import PeopleRecords
from shared.database.records.ratings import RatingRecords
from shared.database.records.recap import RecapRecords
from shared.database.records.requests import RequestRecords
from shared.database.records.returning import ReturningRecords
from shared.database.records.rights import RightsRecords
from shared.database.records.visitors import VisitorRecords

__all__ = ["HouseRecords", "OfficeRecords"]


class OfficeRecords(
    LineRecords,
    CalendarRecords,
    RequestRecords,
    ChainRecords,
    ChannelRecords,
    JudgedRecords,
    ExpectedRecords,
    PeopleRecords,
    PaperRecords,
    VisitorRecords,
    NeedRecords,
    RightsRecords,
    ReturningRecords,
    RatingRecords,
    ComplaintRecords,
    RecapRecords,
    FollowUpRecords,
):
    """All rows of one office, within one transaction."""
