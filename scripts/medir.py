"""Measure how long a big site takes to build, against a plain Material site of the same pages."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click

from crecer import grow

ROOT = Path(__file__).resolve().parent.parent
DATE = "2026-11-21"
ENVIRONMENT = {
    **os.environ,
    "BITACORA_FECHA": DATE,
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
OURS = """\
INHERIT: "{root}/mkdocs.yml"
hooks: ["{root}/hooks/publish.py"]
theme: {{custom_dir: "{root}/content/templates/theme"}}
"""
PLAIN = """\
# What a new Material site has, with a menu as short as ours: with every page in it, as happens
# when none is given, it takes several times as long.
site_name: Llano
docs_dir: docs
theme: {name: material}
plugins: [search]
nav: [index.md]
"""
HEADER = (
    f"  {'':<16}{'páginas':>8}{'segundos':>10}{'s de CPU':>10}{'MB RAM':>10}{'MB sitio':>10}"
    f"{'ms CPU/pág':>12}"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What one build cost; ``work`` are the seconds of processor, which a busy machine does not
    stretch."""

    seconds: float
    work: float
    memory: float
    size: float
    pages: int

    @property
    def per_page(self) -> float:
        """Milliseconds of processor a page."""
        return 1000 * self.work / self.pages


def build(config: Path, site: Path) -> Measure:
    """Build a site in a process of its own; what it cost. Raises ``ClickException`` with what it
    said when it fails."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build"]
    command += ["--config-file", str(config), "--site-dir", str(site)]
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise click.ClickException(said.read().decode("utf-8", "replace")[-2000:])
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files)
    work = usage.ru_utime + usage.ru_stime
    return Measure(seconds, work, usage.ru_maxrss / 1024, size / 1_000_000, pages)


def measure(wanted: int, work: Path) -> tuple[int, Measure, Measure]:
    """How many records there were, what our site cost, what the plain one did."""
    ours, plain = work / "ours", work / "plain"
    for folder in (ours, plain):
        folder.mkdir()
    shutil.copytree(ROOT / "data", ours / "data")
    (ours / "content").mkdir()
    (ours / "mkdocs.yml").write_text(OURS.format(root=ROOT.as_posix()), encoding="utf-8")
    (plain / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    total = grow(ours / "data", wanted)
    export = [sys.executable, str(ROOT / "scripts" / "exportar.py"), "--fecha", DATE]
    export += ["--datos", str(ours / "data"), "--salida", str(plain / "docs")]
    done = subprocess.run(export, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise click.ClickException(done.stderr[-2000:])
    built = build(ours / "mkdocs.yml", ours / "site"), build(plain / "mkdocs.yml", plain / "site")
    return total, *built


def line(name: str, cost: Measure) -> str:
    """One row of the report."""
    return (
        f"  {name:<16}{cost.pages:>8}{cost.seconds:>10.1f}{cost.work:>10.1f}{cost.memory:>10.0f}"
        f"{cost.size:>10.1f}{cost.per_page:>12.1f}"
    )


def ratios(ours: Measure, plain: Measure) -> str:
    """Ours over the plain one, as a row of the report."""
    return (
        f"  {'razón':<16}{ours.pages / plain.pages:>8.2f}{ours.seconds / plain.seconds:>10.2f}"
        f"{ours.work / plain.work:>10.2f}"
        f"{ours.memory / plain.memory:>10.2f}{ours.size / plain.size:>10.2f}"
        f"{ours.per_page / plain.per_page:>12.2f}"
    )


@click.command(help="Mide un sitio grande: segundos, memoria y peso, frente a Material sin más.")
@click.option("--tamanos", default="300,1000,3000", show_default=True, help="Cuántas fichas.")
@click.option("--tope", type=float, default=None, help="Falla si el costo por página crece más.")
def main(tamanos: str, tope: float | None) -> None:
    """Print what each size costs; exit 1 if the cost of a page grows beyond the limit."""
    costs: list[Measure] = []
    for wanted in (int(size) for size in tamanos.split(",")):
        with tempfile.TemporaryDirectory() as work:
            total, ours, plain = measure(wanted, Path(work))
        costs.append(ours)
        click.echo(f"{total} fichas con página")
        click.echo(HEADER)
        click.echo(line("Bitácora", ours))
        click.echo(line("Material solo", plain))
        click.echo(ratios(ours, plain))
    growth = costs[-1].per_page / costs[0].per_page
    click.echo(f"Una página del sitio mayor cuesta {growth:.2f} veces lo que una del menor.")
    click.get_current_context().exit(int(tope is not None and growth > tope))


if __name__ == "__main__":
    main()
