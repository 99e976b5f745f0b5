"""What several families of tests share: the demonstration site, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builds import DEMO_DAY, build

BELOW = "internacional"


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the demonstration site, built strict for a server's folder ``BELOW``."""
    folder = tmp_path_factory.mktemp("demo") / BELOW
    # Only the page of missing addresses needs to know where the site stands.
    place = {"SITIO_URL": f"http://127.0.0.1/{BELOW}/"}
    built = build(folder, settings={**place, "BITACORA_FECHA": DEMO_DAY.isoformat()})
    assert built.returncode == 0, built.stderr
    return folder
