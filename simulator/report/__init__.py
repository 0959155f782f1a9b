"""An interview as one page: to hear, to read, to show a friend. Needs nothing but a browser."""

from simulator.report.writing import REPORT_FILE, PageWish, hides_scores, write_report

__all__ = ["REPORT_FILE", "PageWish", "hides_scores", "write_report"]
