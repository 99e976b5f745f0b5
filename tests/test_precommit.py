"""The checks before each commit, really run in a repository of their own, without network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitacora.authoring.editor import TASKS, editor_files
from bitacora.authoring.starting.launcher import PATH, SOURCE, launcher_for
from bitacora.problems import Severity
from bitacora.records.kinds import KINDS
from bitacora.wording import problem_lines
from script_files import SCRIPTS
from tiny_world import AS_OF, WORLD, review_with

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATIONS = {
    "la del programa": ROOT / ".pre-commit-config.yaml",
    "la de un sitio nuevo": ROOT / "scripts/plantillas/sitio/.pre-commit-config.yaml",
}
OURS = ("revisar", "ordenar")
FAULT = {"archivo": "ejes/vender.yml", "busca": "numero: 2", "pone": "numero: uno"}


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with no way to the network and no settings of this machine."""
    kept = {
        name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ
    }
    blocked = dict.fromkeys(
        ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://0:9"
    )
    home = folder.parent / "casa"
    own = {
        "HOME": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "BITACORA_FECHA": AS_OF.isoformat(),
    }
    return subprocess.run(
        command, cwd=folder, env={**kept, **blocked, **own}, capture_output=True, text=True
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git, which must go well; what it prints."""
    identity = ("-c", "user.name=Oficina", "-c", "user.email=oficina@ejemplo.gov.co")
    done = run(folder, "git", *identity, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def pre_commit(folder: Path, *hooks: str) -> subprocess.CompletedProcess[str]:
    """Run the checks on all files; all of them, or one."""
    return run(folder, sys.executable, "-m", "pre_commit", "run", "--all-files", *hooks)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with the tiny world in order and the program's short command."""
    folder = tmp_path / "sitio"
    shutil.copytree(WORLD, folder / "data")
    text = (ROOT / SOURCE).read_text(encoding="utf-8")
    (folder / PATH).write_text(launcher_for(text, str(ROOT)), encoding="utf-8")
    (folder / PATH).chmod(0o755)
    # As the program's own folder has them.
    (folder / "scripts").symlink_to(SCRIPTS)
    (folder / ".venv").symlink_to(sys.prefix)
    assert run(folder, f"./{PATH}", "ordenar").returncode == 0
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder


def configured(site: Path, text: str) -> None:
    """Put the configuration in the repository, with everything else."""
    (site / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    git(site, "add", "--all")


def only_ours(path: Path) -> str:
    """The configuration with the checks of data alone: those of the program want the program."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    for repository in told["repos"]:
        assert repository["repo"] == "local", "nothing is fetched"
        assert {hook["language"] for hook in repository["hooks"]} == {"system"}
        repository["hooks"] = [hook for hook in repository["hooks"] if hook["id"] in OURS]
    return yaml.safe_dump(told, allow_unicode=True)


@pytest.mark.parametrize("path", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_sound_data_pass_and_others_are_told(site: Path, path: Path) -> None:
    configured(site, only_ours(path))
    sound = pre_commit(site)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert sound.stdout.count("Passed") == len(OURS)

    axis = site / "data" / FAULT["archivo"]
    axis.write_text(axis.read_text(encoding="utf-8").replace("numero: 2", "numero: uno"))
    rows = site / "data" / "conteos.csv"
    rows.write_bytes(rows.read_bytes().replace(b"\n", b"\r\n"))
    git(site, "add", "--all")
    wrong = pre_commit(site)
    assert wrong.returncode == 1
    assert wrong.stdout.count("Failed") == len(OURS)
    assert "data/ejes/vender.yml:" in wrong.stdout
    assert "data/conteos.csv: fin de los renglones" in wrong.stdout
    assert "Traceback" not in wrong.stdout


def test_another_repository_may_name_ours(site: Path, tmp_path: Path) -> None:
    program = tmp_path / "programa"
    program.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", program)
    git(program, "init", "--quiet", "--initial-branch", "main")
    git(program, "add", "--all")
    git(program, "commit", "--quiet", "--message", "Las revisiones")
    hooks = [{"id": name} for name in OURS]
    repository = {"repo": str(program), "rev": git(program, "rev-parse", "HEAD"), "hooks": hooks}
    configured(site, yaml.safe_dump({"repos": [repository]}))
    found = pre_commit(site)
    assert found.returncode == 0, found.stdout + found.stderr
    assert found.stdout.count("Passed") == len(OURS)


def test_the_checks_of_the_program_itself_can_run() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    for hook in yaml.safe_load(text)["repos"][0]["hooks"]:
        program, *arguments = hook["entry"].split()
        if program == ".venv/bin/python":
            assert (ROOT / arguments[0]).is_file()
        else:
            assert program == ".venv/bin/ruff"
        pattern = re.compile(hook.get("files", ""))
        assert hook["id"] not in OURS or pattern.search("data/ejes/vender.yml")
    order = re.compile(yaml.safe_load(text)["repos"][0]["hooks"][1]["files"])
    assert order.search("examples/cali/data/redes.csv")
    assert not order.search("data/cierres/2026-T1.json")
    assert not order.search("data/README.md")
    assert not order.search("data/archivos/tabla.csv")


def test_the_manifest_is_one() -> None:
    done = run(
        ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def editor() -> dict[str, Any]:
    """The editor's files of a site whose program stands beside it, as the editor reads them."""
    files = editor_files("../programa/hooks/bitacora/schemas", ["data"])
    return {name: json.loads(text) for name, text in files.items()}


def test_every_kind_of_record_has_its_schema_in_the_editor(editor: dict[str, Any]) -> None:
    found = editor[".vscode/settings.json"]["yaml.schemas"]
    assert list(found) == [
        f"./../programa/hooks/bitacora/schemas/{kind.name}.json" for kind in KINDS
    ]
    assert ["data/entidad.yml"] in found.values()
    assert ["data/hermanamientos/*.yml"] in found.values()


def test_every_task_runs_an_order_that_exists(editor: dict[str, Any]) -> None:
    text = (ROOT / SOURCE).read_text(encoding="utf-8")
    tasks = editor[".vscode/tasks.json"]["tasks"]
    assert len(tasks) == len(TASKS)
    for task in tasks:
        (order,) = task["args"]
        assert f"\n  $0 {order} " in text, "it is in the list of orders"
        assert task["command"] == f"./{PATH}"
        assert order == "ver" or (SCRIPTS / f"{order}.py").is_file()


def test_the_editor_marks_each_fault_on_its_line(editor: dict[str, Any], tmp_path: Path) -> None:
    problems = review_with(tmp_path, [FAULT]).problems
    printed = "\n".join(problem_lines(problems)).splitlines()
    tasks = editor[".vscode/tasks.json"]["tasks"]
    (matchers,) = (task["problemMatcher"] for task in tasks if task["args"] == ["revisar"])
    found = [
        (matcher["severity"], match[1], int(match[2]), match[4])
        for matcher in matchers
        for line in printed
        if (match := re.search(matcher["pattern"]["regexp"], line))
    ]
    assert ("error", "data/ejes/vender.yml", 2, "numero-entero") in found
    errors = sum(problem.severidad is Severity.ERROR for problem in problems)
    assert sum(level == "error" for level, *_ in found) == errors
