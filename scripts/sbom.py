"""The bill of materials of what is installed to build a site: CycloneDX 1.6 JSON, from the lock, on standard output.

The same lock gives the same bytes; ``make sbom`` writes them to ``sbom.cdx.json``."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\n]*(?:\n +--hash=\S+[^\n]*)*)", re.MULTILINE)


def components(lock: str) -> list[dict[str, Any]]:
    """Every package of a lock with its version, its address (purl) and the SHA-256 of each of its files."""
    found = []
    for name, version, rest in _PINNED.findall(lock):
        purl = f"pkg:pypi/{re.sub('[-_.]+', '-', name).lower()}@{version}"
        hashes = [{"alg": "SHA-256", "content": digest} for digest in re.findall(r"sha256:([0-9a-f]{64})", rest)]
        found.append(
            {
                "type": "library",
                "bom-ref": purl,
                "name": name,
                "version": version,
                "purl": purl,
                "externalReferences": [
                    {"type": "distribution", "url": f"https://pypi.org/project/{name}/{version}/", "hashes": hashes}
                ],
            }
        )
    return found


def bill(lock: str, project: dict[str, Any]) -> dict[str, Any]:
    """The whole bill of a project."""
    purl = f"pkg:pypi/{project['name']}@{project['version']}"
    found = components(lock)
    own = {"type": "application", "bom-ref": purl, "name": project["name"], "version": project["version"], "purl": purl}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, purl + lock)}",
        "version": 1,
        "metadata": {"component": own | {"licenses": [{"license": {"id": project["license"]}}]}},
        "components": found,
        "dependencies": [{"ref": purl, "dependsOn": [one["bom-ref"] for one in found]}],
    }


if __name__ == "__main__":
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    json.dump(bill((ROOT / "requirements.lock").read_text("utf-8"), about), sys.stdout, indent=2)
    sys.stdout.write("\n")
