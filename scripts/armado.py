"""The editor of the browser put together, from the packages of its lock file and the own pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

HERE = Path(__file__).resolve().parent / "editor"
MODULES = HERE / "node_modules"
OWN = ("editar.js", "editar.css", "formato.js", "primero.js", "tablas.js")
CMS = MODULES / "@sveltia" / "cms"
PARTS = (
    (CMS / "npm", "sveltia", ("index.js", "chunks/*.js", "assets/*.woff2", "assets/*.LICENSE.txt")),
    (CMS, "sveltia", ("LICENSE.txt",)),
    (MODULES / "yaml" / "browser", "yaml", ("index.js", "dist/**/*.js")),
    (MODULES / "yaml", "yaml", ("LICENSE",)),
)
"""What the editor is made of: where each part is installed, where it goes, which files of it."""
WORDS = CMS / "locales" / "es-CO.json"
LOGO = HERE.parents[1] / "content" / "templates" / "theme" / "assets" / "bitacora.svg"
NO_NPM = (
    "Para armar el editor hace falta el programa npm, que viene con Node.js 20 o posterior. "
    "Pídale a la oficina de sistemas que lo instale, y vuelva a intentarlo. Mientras tanto puede "
    "editar los archivos de datos con cualquier editor de textos."
)


def prepare() -> None:
    """Install what the editor is made of, exactly as the lock file says, unless it already is."""
    lock, done = HERE / "package-lock.json", MODULES / ".package-lock.json"
    if done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise click.ClickException(NO_NPM)
    click.echo("Se instala el editor (solo la primera vez; tarda cerca de un minuto).")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, cwd=HERE, check=False).returncode:
        raise click.ClickException(
            "No se pudo instalar el editor. Compruebe que haya conexión a internet y vuelva a "
            "intentarlo."
        )
    done.touch()


def parts() -> Iterator[tuple[str, Path]]:
    """Each file of the editor that is the same for every site: its place, where it comes from."""
    for name in OWN:
        yield name, HERE / name
    yield "logo.svg", LOGO
    for root, place, patterns in PARTS:
        for pattern in patterns:
            for path in sorted(root.glob(pattern)):
                yield f"{place}/{path.relative_to(root).as_posix()}", path


def spanish_words() -> str:
    """The words of the editor as a module, with the project's own in place of some of them."""
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    own = json.loads((HERE / "palabras.json").read_text(encoding="utf-8"))
    return f"export default {json.dumps(_over(words, own), ensure_ascii=False)};\n"


def _over(words: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    mixed = {
        name: _over(words.get(name, {}), word) if isinstance(word, dict) else word
        for name, word in own.items()
    }
    return {**words, **mixed}


def write_editor(folder: Path, page: str, config: str) -> None:
    """Write the whole editor into a folder, in place of what was there."""
    with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        for name, path in parts():
            target = made / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        (made / "idioma.js").write_text(spanish_words(), encoding="utf-8")
        (made / "index.html").write_text(page, encoding="utf-8")
        (made / "config.json").write_text(config, encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)
