"""The Nu Html Checker over every file of a built site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

# Only errors: read from disk a page has no 'self', so the checker warns of every sheet and script
# that the page's Content-Security-Policy lets through.
FORM = ("--errors-only", "--format", "json", "--stdout")
WHAT = ("--skip-non-html", "--also-check-svg")


def html_faults(jar: Path, site: Path) -> list[str]:
    """What the checker has against the pages and drawings of a folder."""
    command = ["java", "-jar", str(jar), *FORM, *WHAT, str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("{"), done.stderr
    return [
        f"{message.get('url', '').removeprefix(site.as_uri())}:{message.get('lastLine', 0)}: "
        f"{message['message']} {' '.join(message.get('extract', '').split())}"
        for message in json.loads(done.stdout)["messages"]
    ]
