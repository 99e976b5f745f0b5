"""Data files in their one canonical form, in which the same facts are always the same bytes."""

from bitacora.authoring.ordering.files import Ordered, ordered_file
from bitacora.authoring.ordering.surroundings import Surroundings
from bitacora.authoring.ordering.values import canonical_csv, canonical_yaml, updated_yaml

__all__ = [
    "Ordered",
    "Surroundings",
    "canonical_csv",
    "canonical_yaml",
    "ordered_file",
    "updated_yaml",
]
