"""The text of a YAML record put in its canonical form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yaml.events import Event

from bitacora.authoring.ordering.arranging import Arranger
from bitacora.authoring.ordering.attribution import commented_tree
from bitacora.authoring.ordering.told import record_changes
from bitacora.authoring.ordering.yaml_comments import comments_of
from bitacora.authoring.ordering.yaml_writing import yaml_text
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.kinds import Kind
from bitacora.sources import Mapping
from bitacora.sources.faults import Origin
from bitacora.sources.yaml_events import safe_events


def ordered_record(
    text: str, record: Mapping, kind: Kind, identity: str, context: ReadingContext | None
) -> tuple[str, tuple[str, ...]]:
    """The canonical text of a record, with what changes in it.

    ``identity`` is the name of its file; ``context`` is None where the record has errors, and then
    its values stay as they were written.
    """
    events = events_of(text)
    tree = commented_tree(text, record, events)
    arranged = Arranger(context).tree(tree, kind.model, identity)
    new = yaml_text(arranged)
    later, refused = safe_events(new, Origin("", ""))
    changes = () if refused else tuple(record_changes(tree.record, arranged.record, events, later))
    return new, changes


def events_of(text: str) -> Sequence[Event]:
    """The events of a text that is known to be readable."""
    events, refused = safe_events(text, Origin("", ""))
    assert refused is None, refused
    return events


def same_comments(before: str, after: str) -> bool:
    """Whether two readable texts have the same comments."""
    first, second = (
        Counter(comment.text for comment in comments_of(text, events_of(text)))
        for text in (before, after)
    )
    return first == second
