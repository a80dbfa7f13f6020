"""Wrong records, each in a folder of its own with what `validate` says of it; a folder dropped in is a test."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cthb_reports.cli import main

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_wrong_records_are_explained_as_written_beside_them(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPUS)

    result = CliRunner().invoke(main, ["validate", name])

    assert result.output == (CORPUS / name / "expected.txt").read_text(encoding="utf-8")
    assert result.exit_code == (1 if " error " in result.output else 0)


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_records_with_errors_are_not_drafted_and_others_are(name: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["draft", str(CORPUS / name), "-o", str(tmp_path / "report.md")])

    drafted = (tmp_path / "report.md").exists()
    assert drafted == (result.exit_code == 0)
    assert not (drafted and " error D" in result.output)
