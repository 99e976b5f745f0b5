"""What several families of tests share: the demonstration site, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builds import build

BELOW = "internacional"


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demonstration site, built strict for a server's folder ``BELOW``."""
    folder = tmp_path_factory.mktemp("demo") / BELOW
    # Only the page of missing addresses needs to know where the site stands.
    built = build(folder, settings={"SITIO_URL": f"http://127.0.0.1/{BELOW}/"})
    assert built.returncode == 0, built.stderr
    return folder
