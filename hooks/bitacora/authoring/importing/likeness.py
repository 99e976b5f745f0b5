"""How much two words are alike."""

from __future__ import annotations

from difflib import SequenceMatcher


def likeness(first: str, second: str, least: float) -> float:
    """The share of letters in common, from 0 to 1; 0 where it is below the least that matters."""
    lengths = sorted((len(first), len(second)))
    # Words of very different lengths cannot be alike: most pairs end here.
    if not lengths[0] or 2 * lengths[0] / sum(lengths) < least:
        return 0
    matcher = SequenceMatcher(None, first, second)
    if matcher.quick_ratio() < least:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0
