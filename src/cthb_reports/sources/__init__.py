"""The bytes of record files as plain data, with the place of every value and findings of what could not be read."""

from cthb_reports.sources.editing import Append, Assign, Change, Remove, rewritten
from cthb_reports.sources.faults import Fault
from cthb_reports.sources.files import REPORT, SUFFIXES, SourceFile, is_ignored
from cthb_reports.sources.folder import Shape, read_folder
from cthb_reports.sources.places import Place
from cthb_reports.sources.reading import read_file
from cthb_reports.sources.source import Source

__all__ = [
    "REPORT",
    "SUFFIXES",
    "Append",
    "Assign",
    "Change",
    "Fault",
    "Place",
    "Remove",
    "Shape",
    "Source",
    "SourceFile",
    "is_ignored",
    "read_file",
    "read_folder",
    "rewritten",
]
