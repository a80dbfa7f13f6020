"""The comments of a Word file: what they say, on which words, and which answers which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cthb_reports.readers.docx.archive import Element, W
from cthb_reports.readers.docx.changes import AUTHOR
from cthb_reports.readers.docx.elements import walk
from cthb_reports.readers.docx.found import Commented, Found
from cthb_reports.readers.docx.signs import Remark
from cthb_reports.readers.docx.story import Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cthb_reports.readers.docx.found import Growing
    from cthb_reports.readers.docx.signs import ReturnedParagraph

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_MOST, _MOST_SHOWN = 5_000, 2_000


@dataclass(frozen=True, slots=True)
class _Thread:
    """What a comment is among others, by the numbers of their last paragraphs."""

    parent: str
    is_done: bool


def remarks(
    root: Element,
    extended: Element | None,
    found: Found,
    paragraphs: Sequence[ReturnedParagraph],
    indices: Mapping[Growing, int],
) -> tuple[Remark, ...]:
    """Return the comments in their order in the file.

    Args:
        root: The root of the comments.
        extended: The root of what newer programs say of them, or `None`.
        found: What was found in the texts.
        paragraphs: The paragraphs of the texts.
        indices: The index of each that was found.

    Raises:
        SourceError: There are more than people make.
    """
    comments = root.findall(f"{W}comment")
    if len(comments) > _MOST:
        raise found.refusal(f"has more than {_MOST:,} comments; delete those that are done")
    threads = _threads(extended)
    ids = {number: comment.get(f"{W}id", "") for comment in comments for number in _numbers(comment)}
    said = replace(found, paragraphs=[], changes=[], comments={}, filled=set())
    return tuple(
        _placed(_remark(comment, threads, ids, said), found.comments, paragraphs, indices) for comment in comments
    )


def _threads(extended: Element | None) -> dict[str, _Thread]:
    return {
        one.get(f"{_W15}paraId", ""): _Thread(
            one.get(f"{_W15}paraIdParent", ""), one.get(f"{_W15}done", "0") in {"1", "true", "on"}
        )
        for one in (() if extended is None else extended.iter(f"{_W15}commentEx"))
    }


def _numbers(comment: Element) -> list[str]:
    return [number for one in comment.iter(f"{W}p") if (number := one.get(f"{_W14}paraId", ""))]


def _remark(comment: Element, threads: Mapping[str, _Thread], ids: Mapping[str, str], said: Found) -> Remark:
    first = len(said.paragraphs)
    walk(Story(said, comment, "comment", {}))
    text = "\n".join("".join(sign.character for sign in one.signs) for one in said.paragraphs[first:])
    thread = next((threads[number] for number in reversed(_numbers(comment)) if number in threads), _Thread("", False))  # noqa: FBT003  # neither an answer nor done
    return Remark(
        comment.get(f"{W}id", ""),
        comment.get(f"{W}author", ""),
        comment.get(f"{W}initials", ""),
        comment.get(f"{W}date", ""),
        text.strip(),
        paragraph=-1,
        start=0,
        end=0,
        words="",
        reply_to=ids.get(thread.parent),
        done=thread.is_done,
        ours=comment.get(f"{W}author", "") == AUTHOR,
    )


def _placed(
    remark: Remark,
    places: Mapping[str, Commented],
    paragraphs: Sequence[ReturnedParagraph],
    indices: Mapping[Growing, int],
) -> Remark:
    place = places.get(remark.id, Commented())
    start = place.start or place.named
    if start is None or start.paragraph is None or not paragraphs:
        return remark
    index = indices[start.paragraph]
    length = len(paragraphs[index].signs)
    end = place.end or start
    first = min(start.offset, length) if not start.paragraph.is_gone else 0
    last = min(end.offset, length) if end.paragraph is start.paragraph else length
    if start.paragraph.is_gone or (end.paragraph is not None and indices[end.paragraph] < index):
        last = first
    words = "".join(sign.character for sign in paragraphs[index].signs[first : min(last, first + _MOST_SHOWN)])
    return replace(remark, paragraph=index, start=first, end=max(first, last), words=words)
