"""The only hook: MkDocs on one side, Bitácora on the other."""

import gc
import logging
import os
from calendar import timegm
from pathlib import Path
from urllib.parse import quote

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from bitacora.edition import load_edition
from bitacora.problems import DataError
from bitacora.publication import artefacts, theme_values
from bitacora.wording import problem_lines, refusal, summary
from edition_date import edition_moment
from search_index import build_index

log = logging.getLogger("mkdocs.bitacora")  # --strict counts only what is under "mkdocs"
gc.set_threshold(100_000)  # nearly all that a build makes lives to its end: to look is in vain
TEMPLATES = Path(__file__).resolve().parent.parent / "content" / "templates"


def on_config(config: MkDocsConfig) -> None:
    """Loads the edition, before MkDocs touches the last good site."""
    if serving := getattr(click.get_current_context(silent=True), "info_name", "") == "serve":
        for logger in map(logging.getLogger, ("mkdocs", "properdocs")):  # aborting would hang it
            logger.handlers = [one for one in logger.handlers if not hasattr(one, "get_counts")]
    try:
        moment = edition_moment()
    except ValueError as error:
        raise PluginError(str(error)) from None
    try:
        data = Path(config.config_file_path).parent / "data"
        edition = load_edition(data, "data", moment.date(), moment.time())
    except DataError as error:
        _refuse(config, error, serving)
        return
    for line in (*problem_lines(edition.problems), f"Datos: {summary(edition.problems)}"):
        log.info(line)
    os.environ["SOURCE_DATE_EPOCH"] = str(timegm(edition.as_of.timetuple()))  # dates the sitemap
    config.site_name = edition.entity.nombre
    config.edit_uri = f"{place.rstrip('/')}/" if (place := edition.entity.repositorio) else None
    address = edition.entity.address_of("") or ""
    config.site_url = config.site_url or quote(address, safe=":/?#[]@!$&()*+,;=%~")
    config.extra.update(theme_values(edition, preview=serving))


def _refuse(config: MkDocsConfig, error: DataError, serving: bool) -> None:
    found = refusal(error.problems)
    log.info(f"Datos: {summary(error.problems)}. Para verlos todos: python scripts/revisar.py")
    for line in found.errors:
        log.error(line)
    if not serving:
        raise PluginError(f"{error} {found.order} y vuelva a construir el sitio.")
    config.extra["faults"], config.nav = found, None


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Turns each artefact of the edition into a file of the site."""
    if "faults" in config.extra:
        return Files([*files.media_files(), File.generated(config, "index.md", content="")])
    folders = (Path(config.docs_dir) / "templates", TEMPLATES)
    for artefact in artefacts(config.extra["edition"], folders):
        file = File.generated(config, artefact.path, content=artefact.content)
        file.inclusion, file.edit_uri = InclusionLevel.NOT_IN_NAV, artefact.source or None
        files.append(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Indexes the finished pages for search."""
    if "faults" not in config.extra:
        build_index(Path(config.site_dir))
