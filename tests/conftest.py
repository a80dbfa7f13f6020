"""The judges of a DOCX are fixtures of every test."""

pytest_plugins = ["docx_judges", "office_edits"]
