"""Which formats of pictures a draft can hold, told from their first bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cthb_reports.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.document import Image

_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


def media_type(content: bytes) -> str | None:
    """Return the media type of a picture; `None` where a draft cannot hold it."""
    return next((kind for signature, kind in _SIGNATURES.items() if content.startswith(signature)), None)


def content_of(image: Image, pictures: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a picture.

    Raises:
        DraftError: They were not handed over, it has no alternative text, or its format is not one of ours.
    """
    if not image.description.strip():
        raise DraftError(
            f"the picture {image.target!r} has no alternative text; write ![what it shows]({image.target})"
        )
    if image.target not in pictures:
        raise DraftError(f"the picture {image.target!r} was not handed over; name the folder that holds it")
    content = pictures[image.target]
    if media_type(content) is None:
        raise DraftError(f"the picture {image.target!r} is none that a draft can hold; save it as PNG or JPEG")
    return content


def misplaced(image: Image) -> DraftError:
    """Return the fault of a picture that stands among words, in a heading, a table or a note."""
    return DraftError(f"the picture {image.target!r} does not stand alone; give it a paragraph of its own in the text")
