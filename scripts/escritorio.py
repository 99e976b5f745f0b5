"""The editor of the data at work on a site, for pictures of its forms."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT

import click

from armado import HERE
from bitacora.authoring.forms.config import editor_config
from editar import local_desk, read
from fotos import browsing, keep

LOCAL = "Trabajar con la copia de este equipo"
PICKER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
"""Chromium asks people which folder to open; here it opens the browser's own private one."""
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const folders = path.split('/');
    const name = folders.pop();
    let folder = root;
    for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    const pen = await file.createWritable();
    await pen.write(text);
    await pen.close();
  }
}"""
EDITED = ("ciudad", "Ciudad Socia del Valle")
"""What somebody is writing in the form when its picture is taken: the field, the new value."""
PATIENCE = 90_000
OPENED = re.compile(r"http://localhost:\d+/editar/")
MADE_OF = ("package-lock.json", "palabras.json", "editar.css")
DATA = "data"


def forms_shown(site: Path, folder: str, record: str) -> str:
    """All that decides how the list of a kind looks and the form of one of its records: what tells
    whether their pictures are stale."""
    lists, register = read(site / DATA)
    config = json.loads(editor_config(local_desk(site / DATA, register), lists, register))["editor"]
    kinds = [*config["collections"], *config["singletons"]]
    return json.dumps(
        [
            config["app_title"],
            [kind["label"] for kind in kinds],
            next(kind for kind in kinds if kind["name"] == folder),
            sorted(path.name for path in (site / DATA / folder).glob("*.yml")),
            (site / DATA / folder / f"{record}.yml").read_text(encoding="utf-8"),
            EDITED,
            [(HERE / name).read_text(encoding="utf-8") for name in MADE_OF],
        ],
        ensure_ascii=False,
    )


def photograph_forms(site: Path, settings: Mapping[str, str], pictures: Mapping[Path, str]) -> None:
    """Write a picture of each place of the editor, opened on a site as its office opens it."""
    files = [*(site / DATA).rglob("*.yml"), *(site / DATA).rglob("*.csv")]
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(files)}
    with _opened(site, settings) as address, browsing(reduced_motion="reduce") as page:
        page.set_default_timeout(PATIENCE)
        page.add_init_script(PICKER)
        page.goto(address)
        page.evaluate(FILL, texts)
        page.get_by_role("button", name=LOCAL).click()
        page.wait_for_url(re.compile("#/collections/"))
        for path, place in pictures.items():
            page.goto(f"{address}#/{place}")
            shown = "[data-key-path]" if "/entries/" in place else "[role=grid] [role=row]"
            page.locator(shown).first.wait_for()
            if "/entries/" in place:
                page.locator(f'[data-key-path="{EDITED[0]}"] input').fill(EDITED[1])
            page.wait_for_timeout(1000)  # what unfolds has unfolded
            keep(page, path)


@contextmanager
def _opened(site: Path, settings: Mapping[str, str]) -> Iterator[str]:
    with subprocess.Popen(
        ["./bitacora", "editar", "--puerto", "0", "--sin-abrir"],
        cwd=site,
        env={**os.environ, **settings, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        found = (OPENED.search(line) for line in running.stdout)
        address = next((match[0] for match in found if match), None)
        if address is None:
            raise click.ClickException("El editor no se abrió; no hay fotos de los formularios.")
        try:
            yield address
        finally:
            running.send_signal(SIGINT)
