"""The README of a new site followed to the letter: its orders run, its files written, its workbook
filled in, as somebody would who knows nothing else."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import load_workbook

BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
TABLE = re.compile(r"^\| Columna \| Qué se escribe \|\n\|---\|---\|\n(?P<rows>(?:\|.*\n)+)", re.M)
HEADING = re.compile(r"^## (?P<title>.+)$", re.M)
WORKBOOK = re.compile(r"`([\w.-]+\.xlsx)`")
TABLE_FILE = re.compile(r"`(data/[\w/-]+\.csv)`")
PASTE = re.compile(r"^\*\*\d\.\*\* Pegue eso al final de ese archivo", re.M)
CAUSE = "Dos personas estaban contadas dos veces"
MERGED = "git switch main"
PREVIEW = "./bitacora ver"


class WrongStep(Exception):
    """A step that cannot be taken as it is written."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: an order, a file to write, a workbook to fill in, something to paste."""

    kind: str
    section: str
    text: str
    target: str = ""


def steps_of(readme: str) -> Iterator[Step]:
    """What the text asks for, in its order."""
    found: list[tuple[int, Step]] = []
    titles = [(match.start(), match["title"]) for match in HEADING.finditer(readme)]

    def section(at: int) -> str:
        return next((title for start, title in reversed(titles) if start < at), "")

    for match in BLOCK.finditer(readme):
        at, body = match.start(), match["body"]
        if match["language"] == "sh":
            for number, line in enumerate(body.splitlines()):
                found.append((at + number, Step("order", section(at), line)))
        else:
            named = TABLE_FILE.findall(readme[:at])
            path = named[-1] if match["language"] == "csv" else body.splitlines()[0][2:]
            found.append((at, Step("file", section(at), body, path)))
    for match in TABLE.finditer(readme):
        name = WORKBOOK.findall(readme[: match.start()])[-1]
        found.append((match.start(), Step("workbook", section(match.start()), match["rows"], name)))
    for match in PASTE.finditer(readme):
        found.append((match.start(), Step("paste", section(match.start()), "")))
    yield from (step for _, step in sorted(found, key=lambda pair: pair[0]))


@dataclass(slots=True)
class Walker:
    """Somebody in the folder of a site; it is the day ``today`` but in the sections that ``later``
    gives another. ``outputs`` are the orders given so far, each with what it answered."""

    site: Path
    settings: Mapping[str, str]
    today: str
    later: Mapping[str, str] = field(default_factory=dict)
    outputs: list[tuple[str, str]] = field(default_factory=list)

    def take(self, step: Step) -> None:
        """Do one step; a ``WrongStep`` where it does not work."""
        {
            "order": self._order,
            "file": self._file,
            "workbook": self._workbook,
            "paste": self._paste,
        }[step.kind](step)

    def run(self, order: str, section: str) -> subprocess.CompletedProcess[str]:
        """What an order answers, good or bad."""
        today = self.later.get(section, self.today)
        # The answers tell the day of a commit, which is not that of who runs this.
        hour = f"{today}T10:00:00-05:00"
        day = {"BITACORA_FECHA": today, "GIT_AUTHOR_DATE": hour, "GIT_COMMITTER_DATE": hour}
        return subprocess.run(
            ["sh", "-c", order],
            cwd=self.site,
            env={**os.environ, **self.settings, **day},
            capture_output=True,
            text=True,
            check=False,
        )

    def _order(self, step: Step) -> None:
        if step.text == MERGED:
            # What the button of the service does.
            self._must("git push --quiet origin HEAD:main", step.section)
        if step.text == PREVIEW:
            return
        self._must(step.text, step.section)

    def _must(self, order: str, section: str) -> None:
        done = self.run(order, section)
        self.outputs.append((order, done.stdout))
        told = f"{order}\n{done.stdout}\n{done.stderr}"
        # The review stops where something is left to mend, which the text may be about to tell.
        expected = order == "./bitacora revisar" and section == "Corregir una cifra publicada"
        if done.returncode and not expected:
            raise WrongStep(told)

    def _file(self, step: Step) -> None:
        path = self.site / step.target
        if not path.is_file() and path.suffix != ".csv":
            raise WrongStep(f"ninguna orden hizo {step.target}")
        path.write_text(step.text, encoding="utf-8")

    def _workbook(self, step: Step) -> None:
        rows = [row.strip("|\n").split("|") for row in step.text.splitlines()]
        told = {name.strip(): value.strip() for name, value in rows}
        path = self.site / step.target
        book = load_workbook(path)
        about = next(row for row in book["_bitacora"].values if row[0] == "hoja")
        sheet, heads, first = book[str(about[1])], int(str(about[3])), int(str(about[4]))
        headings = {
            str(cell.value).split("\n")[0].strip(" *"): cell.column
            for cell in sheet[heads]
            if cell.value
        }
        missing = sorted(set(told) - set(headings))
        if missing:
            raise WrongStep(f"no hay columna {missing}; hay {sorted(headings)}")
        for name, value in told.items():
            number = re.fullmatch(r"\d+", value)
            sheet.cell(first, headings[name], int(value) if number else value)
        book.save(path)

    def _paste(self, _: Step) -> None:
        report = min((self.site / "data" / "informes").glob("*.yml"))
        told = next(text for order, text in reversed(self.outputs) if order.endswith("revisar"))
        lines = told.splitlines()
        start = next(at for at, line in enumerate(lines) if line.strip() == "correcciones:")
        block = [line for line in lines[start:] if line == "correcciones:" or line[:1] == " "]
        text = "\n".join(block).replace(
            "causa:", "causa: Dos personas estaban contadas dos veces", 1
        )
        report.write_text(report.read_text("utf-8") + text + "\n", encoding="utf-8")


def settings_for(folder: Path, address: str) -> dict[str, str]:
    """The surroundings of somebody whose repository, at this address, is an empty one."""
    bare = folder / "servidor.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    return {
        "HOME": str(folder),
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{bare.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": address,
        "GIT_TERMINAL_PROMPT": "0",
    }
