"""The pictures of a draft: each content is one part, shown as large as it is and no larger than the page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.image.image import Image as Header

from cthb_reports.errors import DraftError
from cthb_reports.writers.docx.namespaces import R, xml
from cthb_reports.writers.docx.package import Relation, type_xml
from cthb_reports.writers.pictures import content_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cthb_reports.document import Image

_EMU_OF_A_TWIP = 635
_EMU_OF_AN_INCH = 914_400
_BEFORE_OURS = 1000
"""Ids of drawings up to this one are left to the header and footer of the letterhead."""

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a page a picture may fill, in twentieths of a point."""

    width: int
    height: int


class Pictures:
    """Gives the pictures of a draft their parts, which are in `members`.

    Args:
        contents: The bytes of the pictures by their names in the document.
        room: How much of the page each of them may fill.
    """

    def __init__(self, contents: Mapping[str, bytes], room: Room) -> None:
        self.members: dict[str, bytes] = {}
        self._contents = contents
        self._room = room
        self._ids: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._shown = 0

    @property
    def types(self) -> str:
        """The content types of the parts, as XML."""
        return "".join(type_xml(name, kind) for name, kind in self._types.items())

    @property
    def relations(self) -> list[Relation]:
        """What the text says of the parts."""
        return [Relation(relation, f"{R}/image", name) for name, relation in self._ids.items()]

    def run(self, image: Image, indent: int) -> str:
        """Return the run that shows a picture.

        Args:
            image: The picture.
            indent: How far from the margin it begins, in twentieths of a point.

        Raises:
            DraftError: It was not handed over, has no alternative text, or cannot be read.
        """
        content = content_of(image, self._contents)
        header = _header(image, content)
        self._shown += 1
        room = Room(max(1, self._room.width - indent), self._room.height)
        relation = self._related(content, header.content_type)
        return _run(image, relation, _BEFORE_OURS + self._shown, fitted(header, room))

    def _related(self, content: bytes, kind: str) -> str:
        """Return the id of the relationship to a part with this content."""
        name = f"word/media/{hashlib.sha256(content).hexdigest()[:16]}.{kind.rpartition('/')[2]}"
        self.members[name] = content
        self._types[name] = kind
        return self._ids.setdefault(name, f"rIdPicture{len(self._ids) + 1}")


def _header(image: Image, content: bytes) -> Header:
    damaged = DraftError(f"the picture {image.target!r} cannot be read; save it anew as PNG")
    try:
        header = Header.from_blob(content)
        sizes = (header.px_width, header.px_height, header.horz_dpi, header.vert_dpi)
    except Exception as error:  # python-docx raises just that where a JPEG ends too early
        raise damaged from error
    if min(sizes) < 1:
        raise damaged
    return header


def fitted(header: Header, room: Room) -> tuple[int, int]:
    """Return the width and the height of a picture in EMU: what its file says, made smaller until it fits into a room."""
    width = header.px_width * _EMU_OF_AN_INCH / header.horz_dpi
    height = header.px_height * _EMU_OF_AN_INCH / header.vert_dpi
    scale = min(1.0, room.width * _EMU_OF_A_TWIP / width, room.height * _EMU_OF_A_TWIP / height)
    return max(1, int(width * scale)), max(1, int(height * scale))


def _run(image: Image, relation: str, number: int, size: tuple[int, int]) -> str:
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    named = f'id="{number}" name="{xml(image.target)}" descr="{xml(image.description)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWINGML}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWINGML}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWINGML}/main"><a:graphicData uri="{_DRAWINGML}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWINGML}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
