"""The pictures of the README and of the tutorial: pages of drafts, as LibreOffice lays them out.

`make pictures` runs it. It needs what CONTRIBUTING.md names: `soffice` with `python3-uno`, `pdftoppm`, and the fonts.
"""  # noqa: INP001  # a script, not a package

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import cthb_reports

HERE = Path(__file__).parent
PAGES = (1, 5)
DOTS_PER_INCH = 100
OF_THE_WEEK = {"week-draft": "draft.docx", "week-edited": "back.docx", "week-redline": "redline.docx"}
"""Pictures of the tutorial, and the Word files whose first pages they show."""
FRAME = 0xB
"""The grey of the line around a page; 0 is black, 15 white."""


def main() -> None:
    """Write each picture beside this script."""
    of_the_readme()
    of_the_week()


def of_the_week() -> None:
    """Play the week of the tutorial, and draw the drafts that it makes in their colours."""
    sys.path.insert(0, str(HERE.parent / "tests" / "judges"))
    from office_edits import Office  # noqa: PLC0415  # what the tests use
    from officers_week import PAGE, Week  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "office").mkdir()
        office = Office(Path(str(shutil.which("soffice"))).resolve(), folder / "office")
        try:
            Week(PAGE.read_text(encoding="utf-8"), folder).played(office)
        finally:
            office.end()
        for picture, draft in OF_THE_WEEK.items():
            _to_pdf(folder, draft)
            pdf = Path(draft).with_suffix(".pdf")
            _run("pdftoppm", "-png", "-r", 72, "-f", 1, "-l", 1, "-singlefile", pdf, HERE / picture, cwd=folder)


def of_the_readme() -> None:
    """Draw pages of the draft of `examples/2017`."""
    report = cthb_reports.load(HERE.parent / "examples" / "2017")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "draft.docx").write_bytes(cthb_reports.draft(report, ".docx").content)
        _to_pdf(folder, "draft.docx")
        for page in PAGES:
            _run(
                "pdftoppm",
                "-gray",
                "-r",
                DOTS_PER_INCH,
                "-f",
                page,
                "-l",
                page,
                "-singlefile",
                "draft.pdf",
                "page",
                cwd=folder,
            )
            picture = png(*greys((folder / "page.pgm").read_bytes()))
            (HERE / f"page-{page}.png").write_bytes(picture)
            print(f"docs/page-{page}.png: {len(picture):,} bytes")  # noqa: T201  # for whoever runs it


def _to_pdf(folder: Path, name: str) -> None:
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", name, cwd=folder)


def _run(*command: object, cwd: Path) -> None:
    subprocess.run(list(map(str, command)), cwd=cwd, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours


def greys(pgm: bytes) -> tuple[int, list[list[int]]]:
    """Return the width and the rows of a picture as `pdftoppm -gray` writes it, in 16 greys and framed."""
    _, width, height, _ = pgm.split(maxsplit=4)[:4]
    columns, lines = int(width), int(height)
    # counted from the end: the first dots may look like the white space that ends the head
    start = len(pgm) - columns * lines
    rows = [[dot >> 4 for dot in pgm[start + line * columns : start + (line + 1) * columns]] for line in range(lines)]
    rows[0] = rows[-1] = [FRAME] * columns
    for row in rows:
        row[0] = row[-1] = FRAME
    return columns, rows


def png(width: int, rows: list[list[int]]) -> bytes:
    """Return a picture in 16 greys as PNG.

    Source: Portable Network Graphics, second edition: a chunk is length, name, data and checksum; a row begins with the number
    of its filter, 0 for none, and holds two dots of four bits a byte.
    """

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packed = (bytes(high << 4 | low for high, low in zip(row[::2], [*row[1::2], 0], strict=False)) for row in rows)
    head = struct.pack(">IIBBBBB", width, len(rows), 4, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in packed), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


if __name__ == "__main__":
    sys.exit(main())
