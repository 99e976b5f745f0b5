"""What VS Code needs to help with the data: where each schema is, the orders of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bitacora.problems import Severity
from bitacora.records.kinds import KINDS, Kind

Settings = dict[str, Any]
LAUNCHER = "./bitacora"
"""The short command of a site; that of the program's own folder stands among its scripts."""
EXTENSIONS = (
    "redhat.vscode-yaml",
    "mechatroner.rainbow-csv",
    "editorconfig.editorconfig",
    "ms-ceintl.vscode-language-pack-es",
)
"""What completes and underlines YAML, colours the columns of tables, keeps to the house's spaces,
speaks Spanish."""
LEVELS = {Severity.ERROR: "error", Severity.AVISO: "warning", Severity.MEJORA: "info"}
"""How the editor calls each severity."""
TASKS = (
    ("Revisar los datos", "revisar", "Dice qué hay que corregir y dónde."),
    ("Ordenar los datos", "ordenar", "Deja cada archivo en su forma, sin cambiar lo que dice."),
    ("Ver el sitio", "ver", "Muestra el sitio en este equipo y lo rehace al guardar."),
    ("Comparar con lo publicado", "comparar", "Cuenta qué cambiaría para quien visita el sitio."),
    ("Pendientes", "pendientes", "Dice qué se debe reportar y qué está por vencer."),
)
"""The orders in the menu «Ejecutar tarea»: name, order, what it does."""


def editor_files(schemas: str, data: Iterable[str], launcher: str = LAUNCHER) -> dict[str, str]:
    """The text of each of the editor's files by its path. ``schemas`` is the folder of the schemas
    seen from the site; ``data`` are patterns of data folders; ``launcher`` is the short command."""
    return {
        ".vscode/extensions.json": _json({"recommendations": list(EXTENSIONS)}),
        ".vscode/settings.json": editor_settings(schemas, data),
        ".vscode/tasks.json": _json(
            {"version": "2.0.0", "tasks": [_task(launcher, *it) for it in TASKS]}
        ),
    }


def editor_settings(folder: str, data: Iterable[str]) -> str:
    """The settings with which VS Code finds the schema of each file and writes it as the house
    does.

    ``folder`` is where the schemas are; ``data`` are patterns of data folders.
    """
    patterns = list(data)
    found = {
        f"./{folder}/{kind.name}.json": [f"{place}/{_yaml_files(kind)}" for place in patterns]
        for kind in KINDS
    }
    return _json(
        {
            "files.encoding": "utf8",
            "files.eol": "\n",
            "files.insertFinalNewline": True,
            "[yaml]": {
                "editor.insertSpaces": True,
                "editor.tabSize": 2,
                "editor.wordWrap": "on",
                # Its own form would break long texts in pieces: ./bitacora ordenar has ours.
                "editor.formatOnSave": False,
            },
            "yaml.format.enable": False,
            # Only our schemas: none is looked for on other machines.
            "yaml.schemaStore.enable": False,
            "redhat.telemetry.enabled": False,
            "yaml.schemas": found,
        }
    )


def _yaml_files(kind: Kind) -> str:
    return "entidad.yml" if kind.name == "entidad" else f"{kind.folder}/*.yml"


def _task(launcher: str, name: str, order: str, detail: str) -> Settings:
    task: Settings = {
        "label": name,
        "detail": detail,
        "type": "shell",
        "command": launcher,
        "args": [order],
        "presentation": {"clear": True, "showReuseMessage": False},
        "problemMatcher": [],
    }
    if order == "revisar":
        task |= {
            "group": {"kind": "build", "isDefault": True},
            "problemMatcher": [_matcher(severity) for severity in Severity],
        }
    if order == "ver":
        task["isBackground"] = True
    return task


def _matcher(severity: Severity) -> Settings:
    """How the editor finds each fault in what is printed, to mark it on its line."""
    return {
        "owner": f"bitacora-{severity}",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "severity": LEVELS[severity],
        "pattern": {
            "regexp": rf"^(.+?):(\d+): {severity}: (.*) \[([a-z0-9-]+)\]$",
            "file": 1,
            "line": 2,
            "message": 3,
            "code": 4,
        },
    }


def _json(value: Settings) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
