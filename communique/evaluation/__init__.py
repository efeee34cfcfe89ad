"""How good a record is: gold files, and scores of a record against them."""

from communique.evaluation.annotating import annotation
from communique.evaluation.bootstrap import Interval, found_intervals, gain_interval
from communique.evaluation.comparison import Comparison, compare_runs, format_comparison
from communique.evaluation.confidence import Reliability, format_reliability, reliability
from communique.evaluation.confusion import confusion, format_confusion
from communique.evaluation.gold import GoldError, compile_annotations
from communique.evaluation.matching import Pair, pair_facts
from communique.evaluation.page import score_page
from communique.evaluation.references import References, score_references
from communique.evaluation.score import Difference, Report, Row, Unmatched, format_table, score, score_pairs
from communique.evaluation.standoff import from_standoff, to_standoff

__all__ = [
    "Comparison",
    "Difference",
    "GoldError",
    "Interval",
    "Pair",
    "References",
    "Reliability",
    "Report",
    "Row",
    "Unmatched",
    "annotation",
    "compare_runs",
    "compile_annotations",
    "confusion",
    "format_comparison",
    "format_confusion",
    "format_reliability",
    "format_table",
    "found_intervals",
    "from_standoff",
    "gain_interval",
    "pair_facts",
    "reliability",
    "score",
    "score_page",
    "score_pairs",
    "score_references",
    "to_standoff",
]
