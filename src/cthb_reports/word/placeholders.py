"""What is left of the words that stand for a fact still to come: nothing of them is a fact."""

from __future__ import annotations

from cthb_reports.word.tokens import plain


def is_rest(words: str, before: str) -> bool:
    """Tell whether words are a part of what stood for a fact, or still say that it is to come.

    Args:
        words: What stands there now.
        before: What stood there: `[to be confirmed: early in the autumn]`.
    """
    now, was = plain(words).lower(), plain(before).lower()
    return bool(now) and (now in was or was.partition(":")[0] in now)
