"""The configuration of the editor: where the files are, which forms there are."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.authoring.forms.choices import Choices
from bitacora.authoring.forms.collections import all_tables, collections, single_files
from bitacora.authoring.forms.repository import Repository
from bitacora.authoring.forms.shapes import file_shape
from bitacora.authoring.forms.tables import FORMAT, has_table, table_shape
from bitacora.canonical import Value, json_text
from bitacora.reading.code_lists import CodeLists
from bitacora.records.kinds import KINDS
from bitacora.register import Register

MESSAGES: Value = {
    "create": "Crea {{collection}}: {{slug}}",
    "update": "Cambia {{collection}}: {{slug}}",
    "delete": "Borra {{collection}}: {{slug}}",
}
ATTACHMENTS = "archivos"
"""The folder of the data where documents are kept; the forms put nothing in it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the editor works: ``data`` is the data folder within the repository; ``through_review``
    says that what is saved waits in a request until somebody accepts it; ``site`` is the address
    of the site, if it is known."""

    title: str
    repository: Repository
    data: str
    through_review: bool
    site: str | None = None


def editor_config(desk: Desk, lists: CodeLists, register: Register) -> str:
    """The configuration as JSON: the editor's own, and the shape of each kind of file."""
    choices = Choices(lists, register)
    editor: dict[str, Value] = {
        "load_config_file": False,
        "app_title": desk.title,
        "backend": _backend(desk.repository),
        "publish_mode": "editorial_workflow" if desk.through_review else "simple",
        "media_folder": f"{desk.data}/{ATTACHMENTS}",
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 60},
        "collections": [
            *collections(desk.data, choices),
            *all_tables(desk.data, choices),
        ],
        "singletons": single_files(desk.data, choices),
    }
    if desk.site:
        editor["display_url"] = desk.site
    forms: dict[str, Value] = {kind.name: file_shape(kind.model) for kind in KINDS}
    rows: dict[str, Value] = {
        FORMAT.format(kind.name): table_shape(kind) for kind in KINDS if has_table(kind)
    }
    return json_text({"editor": editor, "archivos": forms, "tablas": rows}) + "\n"


def _backend(repository: Repository) -> Value:
    backend: dict[str, Value] = {"name": repository.service, "repo": repository.name}
    if repository.branch:
        backend["branch"] = repository.branch
    if repository.service == "gitlab" and repository.host != "gitlab.com":
        backend["api_root"] = repository.api
        backend["base_url"] = f"https://{repository.host}"
    return {**backend, "auth_methods": ["token"], "commit_messages": MESSAGES}
