"""Data files read into entries that know their place."""

from bitacora.sources.closings import ClosingText, read_closings
from bitacora.sources.file_text import parse_text
from bitacora.sources.folder import data_files, read_folder
from bitacora.sources.nodes import Empty, Mapping, Node, Sequence, SourceFile, Sources, Text
from bitacora.sources.overlay import overlaid
from bitacora.sources.shipped import shipped_text

__all__ = [
    "ClosingText",
    "Empty",
    "Mapping",
    "Node",
    "Sequence",
    "SourceFile",
    "Sources",
    "Text",
    "data_files",
    "overlaid",
    "parse_text",
    "read_closings",
    "read_folder",
    "shipped_text",
]
