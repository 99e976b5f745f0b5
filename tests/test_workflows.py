"""The workflows: well formed, safe, and each of their steps does what it says when it is run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
import yaml
from click.testing import CliRunner

from bitacora.authoring.comparing.markdown import MARK
from bitacora.authoring.problem_formats import as_gitlab
from bitacora.authoring.workflows import PATHS, for_site
from bitacora.problems import Place, Problem, Severity
from script_files import script
from site_builds import ROOT
from test_comparar import git, saved
from tiny_world import AS_OF, SHOWN, WORLD

GITHUB = [path for path in PATHS if path.startswith(".github/")]
BIN = Path(sys.executable).parent
REVIEW, COMMENT, GITLAB = PATHS
HEAD = "0123456789012345678901234567890123456789"
SITE = ("../bitacora", "https://ejemplo.example/bitacora.git", HEAD)


def source(path: str) -> str:
    """The text of a workflow of this repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def loaded(path: str) -> dict[Any, Any]:
    """A workflow as plain data."""
    found: dict[Any, Any] = yaml.safe_load(source(path))
    return found


def step(path: str, job: str, name: str) -> str:
    """The shell text of a step of GitHub."""
    steps = loaded(path)["jobs"][job]["steps"]
    (text,) = (it["run"] for it in steps if it.get("name") == name)
    return str(text)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("program", [None, SITE], ids=["aquí", "otro-sitio"])
def test_the_form_is_right(path: str, program: tuple[str, str, str] | None, tmp_path: Path) -> None:
    text = for_site(source(path), *program) if program else source(path)
    file = tmp_path / Path(path).name
    file.write_text(text, encoding="utf-8")
    schema = "vendor.github-workflows" if path in GITHUB else "vendor.gitlab-ci"
    done = subprocess.run(
        [str(BIN / "check-jsonschema"), "--builtin-schema", schema, str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_nothing_unsafe_is_found() -> None:
    done = subprocess.run(
        [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona", "auditor", ".github"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize("path", GITHUB)
def test_every_action_is_pinned_and_rights_are_few(path: str) -> None:
    for job in loaded(path)["jobs"].values():
        for one in job["steps"]:
            assert "uses" not in one or re.search(r"@[0-9a-f]{40}$", one["uses"])
            # What people write travels as a variable, never inside the text of a program.
            assert "${{" not in one.get("run", "")
    review, comment = loaded(REVIEW), loaded(COMMENT)
    assert review["permissions"] == {"contents": "read"}
    assert "permissions" not in review["jobs"]["construir"]
    assert comment["permissions"] == {}
    assert comment["jobs"]["comentar"]["permissions"] == {
        "actions": "read",
        "contents": "read",
        "pull-requests": "write",
    }
    # The one that may write neither brings nor runs anything of the proposal.
    assert "actions/checkout" not in source(COMMENT)
    assert "pull_request_target" not in source(REVIEW) + source(COMMENT)


def test_the_comment_listens_to_the_review() -> None:
    # YAML 1.1 takes «on» for true.
    assert loaded(COMMENT)[True]["workflow_run"]["workflows"] == [loaded(REVIEW)["name"]]


@pytest.mark.parametrize("path", PATHS)
def test_another_site_changes_only_where_the_program_is(path: str) -> None:
    old, new = source(path).splitlines(), for_site(source(path), *SITE).splitlines()
    changed = [after.strip() for before, after in zip(old, new, strict=True) if before != after]
    assert changed == (
        []
        if path == COMMENT
        else [
            'PROGRAMA: "../bitacora"',
            'PROGRAMA_ORIGEN: "https://ejemplo.example/bitacora.git"',
            f'PROGRAMA_VERSION: "{HEAD}"',
        ]
    )


# The steps, run


def shell(text: str, folder: Path, settings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A step as the runners run it."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
        cwd=folder,
        env={**os.environ, "BITACORA_FECHA": AS_OF.isoformat(), **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """A site of its own, its program beside it, where a proposal deletes a card."""
    folder = tmp_path / "sitio"
    shutil.copytree(WORLD, folder / SHOWN)
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "sitio")
    saved(folder, "lo publicado")
    (folder / SHOWN / "buenas-practicas" / "mercado-flotante.yml").unlink()
    saved(folder, "sin el mercado")
    (tmp_path / "temporal").mkdir()
    return folder


def settings_of(folder: Path) -> dict[str, str]:
    """What the runner tells a step."""
    return {
        "PROGRAMA": os.path.relpath(ROOT, folder),
        "PROGRAMA_ORIGEN": "",
        "PROGRAMA_VERSION": "",
        "RUNNER_TEMP": str(folder.parent / "temporal"),
        "GITHUB_STEP_SUMMARY": str(folder.parent / "temporal" / "resumen.md"),
    }


def test_the_review_and_the_comparison_of_github(proposal: Path) -> None:
    settings = settings_of(proposal)
    done = shell(step(REVIEW, "construir", "Traer el programa, si está aparte"), proposal, settings)
    assert (done.returncode, done.stdout) == (0, "")
    done = shell(step(REVIEW, "construir", "Revisar los datos"), proposal, settings)
    assert done.returncode == 0, done.stdout + done.stderr
    text = step(REVIEW, "construir", "Comparar con lo publicado")
    done = shell(text, proposal, {**settings, "BASE": "HEAD^1", "NUMERO": "12"})
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=data/buenas-practicas/mercado-flotante.yml,line=1")
    left = proposal.parent / "temporal" / "comentario"
    assert sorted(path.name for path in left.iterdir()) == ["comentario.md", "numero"]
    assert (left / "numero").read_text("utf-8") == "12\n"
    comment = (left / "comentario.md").read_text("utf-8")
    assert comment.startswith(MARK)
    assert (proposal.parent / "temporal" / "resumen.md").read_text("utf-8") == comment
    assert git(proposal, "status", "--porcelain") == ""


@pytest.mark.parametrize("base", ["0" * 40, "", HEAD])
def test_the_first_push_has_something_to_compare_with(base: str, proposal: Path) -> None:
    text = step(REVIEW, "construir", "Comparar con lo publicado")
    done = shell(text, proposal, {**settings_of(proposal), "BASE": base, "NUMERO": ""})
    assert done.returncode == 1
    assert "ficha-sin-rastro" in done.stdout


def test_the_program_is_brought_at_its_version(tmp_path: Path) -> None:
    program, folder = tmp_path / "origen", tmp_path / "sitio"
    program.mkdir()
    folder.mkdir()
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "origen")
    for words in ("uno", "dos"):
        (program / "Makefile").write_text(f"{words}:\n", encoding="utf-8")
        saved(program, words)
    first = git(program, "rev-parse", "HEAD^1").strip()
    text = step(REVIEW, "construir", "Traer el programa, si está aparte")
    settings = {"PROGRAMA": "../bitacora", "PROGRAMA_ORIGEN": "", "PROGRAMA_VERSION": first}
    done = shell(text, folder, settings)
    assert done.returncode == 1
    assert done.stdout.startswith("::error::Escriba en PROGRAMA_ORIGEN")
    assert shell(text, folder, {**settings, "PROGRAMA_ORIGEN": str(program)}).returncode == 0
    assert (tmp_path / "bitacora" / "Makefile").read_text("utf-8") == "uno:\n"
    # GitLab brings it with the same words.
    (gitlab, _) = loaded(GITLAB)["default"]["before_script"]
    assert (
        gitlab.replace('echo "Escriba', 'echo "::error::Escriba').split("git clone")[1]
        == (text.split("git clone")[1])
    )


def test_the_job_of_gitlab(proposal: Path) -> None:
    (text,) = loaded(GITLAB)["revisar"]["script"]
    base = git(proposal, "rev-parse", "HEAD^1").strip()
    settings = {**settings_of(proposal), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    done = shell(text, proposal, settings)
    assert done.returncode == 1
    assert "0 errores" in done.stdout
    assert (proposal / "comentario.md").read_text("utf-8").startswith(MARK)
    (fault,) = json.loads((proposal / "calidad.json").read_text("utf-8"))
    assert fault["check_name"] == "ficha-sin-rastro"
    assert set(fault) == {"description", "check_name", "fingerprint", "severity", "location"}


def test_gitlab_takes_only_plain_letters_in_what_it_exposes() -> None:
    names = re.findall(r"expose_as: (.+)", source(GITLAB))
    assert len(names) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_ -]*", name) for name in names)


def test_what_the_workflows_call_exists() -> None:
    for path in (REVIEW, GITLAB):
        for name in re.findall(r"\$PROGRAMA/(scripts/\S+\.py)", source(path)):
            assert (ROOT / name).is_file(), name
        for target in re.findall(r'make -C "\$PROGRAMA" (\S+)', source(path)):
            made = "$(VENV)/site.stamp" if target == ".venv/site.stamp" else target
            assert f"\n{made}:" in (ROOT / "Makefile").read_text("utf-8"), target


def test_alike_faults_keep_their_fingerprint_wherever_they_move() -> None:
    def fault(line: int) -> Problem:
        place = Place("data/redes.csv", line)
        return Problem(place, "r", "c", "", "regla", Severity.AVISO, "Algo.", "Arréglelo.")

    first, second = json.loads(as_gitlab([fault(2), fault(3)]))
    (moved,) = json.loads(as_gitlab([fault(9)]))
    assert first["fingerprint"] == moved["fingerprint"] != second["fingerprint"]
    assert first["severity"] == "minor"


# The comment: what it is given may come from anybody

FAKE_GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$LLAMADAS"
case "$*" in
  *pulls/12\\ *) printf '%s\\n' "$ULTIMO" ;;
  *contents/data/entidad.yml*) [ -n "$ENTIDAD" ] && printf '%s\\n' "$ENTIDAD" ;;
  *--paginate*) printf '%s' "$ANTERIORES" ;;
  *PATCH*|*POST*) cp comentario/listo.md "$PUESTO" ;;
  *) exit 1 ;;
esac
"""


class Posted:
    """The step that comments, run with a GitHub of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "comentario").mkdir()
        (folder / "bin").mkdir()
        fake = folder / "bin" / "gh"
        fake.write_text(FAKE_GH, encoding="utf-8")
        fake.chmod(0o755)

    def given(self, text: str | None, number: str = "12\n") -> Posted:
        """What the review left."""
        if text is not None:
            (self.folder / "comentario" / "comentario.md").write_text(text, encoding="utf-8")
        (self.folder / "comentario" / "numero").write_text(number, encoding="utf-8")
        return self

    def run(self, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run it."""
        told = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "REPOSITORIO": "oficina/sitio",
            "CAMBIO": HEAD,
            "ULTIMO": HEAD,
            "VISTA_PREVIA": "https://github.example/corridas/1",
            "ANTERIORES": "",
            "ENTIDAD": "",
            "LLAMADAS": str(self.folder / "llamadas"),
            "PUESTO": str(self.folder / "puesto.md"),
        }
        name = "Poner el comentario, o poner al día el que ya está"
        return shell(step(COMMENT, "comentar", name), self.folder, {**told, **settings})

    @property
    def put(self) -> str | None:
        """The comment that was put, or None."""
        file = self.folder / "puesto.md"
        return file.read_text("utf-8") if file.exists() else None

    @property
    def calls(self) -> str:
        """What was asked of GitHub."""
        file = self.folder / "llamadas"
        return file.read_text("utf-8") if file.exists() else ""


@pytest.fixture
def posted(tmp_path: Path) -> Posted:
    """The step in a folder of its own."""
    return Posted(tmp_path)


GOLDEN = sorted((Path(__file__).parent / "cases" / "comparing").glob("*/comentario.md"))


@pytest.mark.parametrize("file", GOLDEN, ids=lambda path: path.parent.name)
def test_every_comment_that_is_made_may_be_put(file: Path, posted: Posted) -> None:
    text = file.read_text("utf-8")
    done = posted.given(text).run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert posted.put is not None
    assert posted.put.startswith(text)
    assert posted.put.endswith("(https://github.example/corridas/1#artifacts).\n")
    assert "POST repos/oficina/sitio/issues/12/comments" in posted.calls


def test_the_comment_that_is_there_is_brought_up_to_date(posted: Posted) -> None:
    assert posted.given(f"{MARK}\nhola\n").run(ANTERIORES="77\n99\n").returncode == 0
    assert "PATCH repos/oficina/sitio/issues/comments/77 " in posted.calls
    assert "POST" not in posted.calls


@pytest.mark.parametrize(
    ("entity", "link"),
    [
        ("nombre: X\ndireccion_sitio: https://sitio.example/x/ # el nuestro", True),
        ("direccion_sitio: 'https://sitio.example/x'", True),
        ("direccion_sitio: https://sitio.example/x y algo más", False),
        ("", False),
    ],
)
def test_a_rule_is_linked_where_the_main_branch_says(
    entity: str, link: bool, posted: Posted
) -> None:
    line = "- data/a.yml:1: error: Algo. {}\n"
    given = line.format(
        "[ficha\\-sin\\-rastro](<https://malo.example/reglas/a/#regla-ficha-sin-rastro>)"
    )
    done = posted.given(f"{MARK}\n{given}").run(ENTIDAD=entity)
    assert done.returncode == 0, done.stdout + done.stderr
    address = "https://sitio.example/x/reglas/a/#regla-ficha-sin-rastro"
    rule = f"[ficha\\-sin\\-rastro](<{address}>)" if link else "\\[ficha\\-sin\\-rastro\\]"
    assert (posted.put or "").startswith(f"{MARK}\n{line.format(rule)}\n")


def test_a_proposal_that_moved_on_is_not_commented(posted: Posted) -> None:
    assert posted.given(f"{MARK}\nhola\n").run(ULTIMO="otro").returncode == 0
    assert posted.put is None


@pytest.mark.parametrize(
    "text",
    [
        None,
        "hola\n",
        f"{MARK}\n[pulse](https://malo.example)\n",
        f"{MARK}\nhttps://malo.example\n",
        f"{MARK}\n[pulse](<https://malo.example/reglas/a/#regla-x>) ya\n",
        f"{MARK}\n[Pulse aquí](<https://malo.example/reglas/a/#regla-x>)\n",
        f"{MARK}\n[pulse](<https://malo.example/>)\n",
        f"{MARK}\nWWW.malo.example\n",
        f"{MARK}\n![x][y]\n",
        f"{MARK}\n[x]: //malo.example\n",
        f"{MARK}\n<img src=x>\n",
        f"{MARK}\n<!-- x -->\n",
        f"{MARK}\n@alcalde\n",
        f"{MARK}\n&#64;alcalde\n",
        f"{MARK}\n\n  ```text\nabierto\n",
        f"{MARK}\n\n````\n  ```text\n````\n[x](https://malo.example)\n  ```\n",
        f"{MARK}\n<details>\n  ```text\n\n[x](https://malo.example)\n  ```\n",
        f"{MARK}\n{'x' * 62_000}\n",
    ],
)
def test_what_no_comparison_writes_is_not_put(text: str | None, posted: Posted) -> None:
    done = posted.given(text).run()
    assert done.returncode == 1
    assert done.stdout.startswith("::error::")
    assert posted.put is None


@pytest.mark.parametrize("number", ["", "12; rm -rf .", "0", "../7", "12\n13", "9" * 12, "-1"])
def test_a_number_that_is_none_is_not_asked_for(number: str, posted: Posted) -> None:
    done = posted.given(f"{MARK}\nhola\n", number).run()
    assert done.returncode == 1
    assert posted.calls == ""


def test_a_link_left_in_place_of_the_comment_is_not_followed(posted: Posted) -> None:
    posted.given(None)
    (posted.folder / "comentario" / "comentario.md").symlink_to("/etc/hostname")
    assert posted.run().returncode == 1
    assert posted.put is None


# GitLab's notes


class FakeGitlab(BaseHTTPRequestHandler):
    """The notes of a merge request, in pages of one."""

    notes: ClassVar[list[dict[str, Any]]] = []
    asked: ClassVar[list[tuple[str, str, str]]] = []

    def answer(self, told: object) -> None:
        """Send something as JSON."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def do_GET(self) -> None:
        """A page of notes."""
        page = int(self.path.rpartition("=")[2])
        self.answer(self.notes[page - 1 : page])

    def _write(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        self.asked.append((self.command, self.path, body))
        assert self.headers["PRIVATE-TOKEN"] == "clave"
        self.answer({})

    do_POST = do_PUT = _write

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def gitlab(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A GitLab of ours, told of in the variables of a job."""
    FakeGitlab.notes, FakeGitlab.asked = [], []
    server = HTTPServer(("127.0.0.1", 0), FakeGitlab)
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("CI_API_V4_URL", f"http://127.0.0.1:{server.server_port}/api/v4")
    monkeypatch.setenv("CI_PROJECT_ID", "5")
    monkeypatch.setenv("CI_MERGE_REQUEST_IID", "3")
    monkeypatch.setenv("BITACORA_TOKEN", "clave")
    yield FakeGitlab
    server.shutdown()
    thread.join()
    server.server_close()


def note(folder: Path, text: str = f"{MARK}\nhola\n") -> Any:
    """Call the script that puts the note."""
    file = folder / "comentario.md"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(script("comentar").main, [str(file)], catch_exceptions=False)


def test_the_note_is_put_once(gitlab: Any, tmp_path: Path) -> None:
    gitlab.notes = [{"id": 1, "body": "Muy bien."}]
    done = note(tmp_path)
    assert (done.exit_code, done.output) == (0, "Nota puesta.\n")
    notes = "/api/v4/projects/5/merge_requests/3/notes"
    assert gitlab.asked == [("POST", notes, f"{MARK}\nhola\n")]
    gitlab.notes.append({"id": 8, "body": f"{MARK}\nde antes\n"})
    assert note(tmp_path).output == "Nota al día.\n"
    assert gitlab.asked[1][:2] == ("PUT", f"{notes}/8")


@pytest.mark.usefixtures("gitlab")
def test_without_a_key_the_note_is_left_as_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BITACORA_TOKEN")
    done = note(tmp_path)
    assert done.exit_code == 0
    assert "BITACORA_TOKEN" in done.output


def test_what_cannot_be_noted_is_one_sentence(
    gitlab: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no lo escribió comparar.py" in note(tmp_path, "hola\n").output
    monkeypatch.setenv("CI_API_V4_URL", "http://127.0.0.1:9/api")
    done = note(tmp_path)
    assert done.exit_code == 1
    assert done.output.startswith("Error: GitLab no recibió la nota:")
    monkeypatch.delenv("CI_MERGE_REQUEST_IID")
    assert "Esto corre en GitLab" in note(tmp_path).output
    assert gitlab.asked == []
