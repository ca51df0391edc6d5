"""What many visits say together: the figures above the wait log and the marks of its charts."""

from shared.domain.wait_figures.charts import Charts, charts
from shared.domain.wait_figures.choice import Choice, MoreOrder, Order, in_order
from shared.domain.wait_figures.mark import Mark
from shared.domain.wait_figures.summary import Summary, nearest_rank, summary

__all__ = ["Charts", "Choice", "Mark", "MoreOrder", "Order", "Summary", "charts", "in_order", "nearest_rank", "summary"]
