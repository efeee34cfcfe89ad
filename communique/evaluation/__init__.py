"""How good a record is: gold files, and scores of a record against them."""

from communique.evaluation.gold import GoldError, compile_annotations
from communique.evaluation.score import Difference, Report, Row, Unmatched, format_table, score

__all__ = [
    "Difference",
    "GoldError",
    "Report",
    "Row",
    "Unmatched",
    "compile_annotations",
    "format_table",
    "score",
]
