"""The bill of materials names every package of the lock, with its hashes, and is the one that the lock gives."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import uuid

from tests.conftest import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
BILL = json.loads((ROOT / "sbom.cdx.json").read_text("utf-8"))


def test_every_locked_package_is_named_with_all_its_hashes() -> None:
    locked = dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", LOCK, re.MULTILINE))
    assert {one["name"]: one["version"] for one in BILL["components"]} == locked
    hashes = [one for part in BILL["components"] for one in part["externalReferences"][0]["hashes"]]
    assert len(hashes) == LOCK.count("--hash=sha256:")


def test_it_has_the_form_of_cyclonedx() -> None:
    assert (BILL["bomFormat"], BILL["specVersion"], BILL["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(BILL["serialNumber"].removeprefix("urn:uuid:"))
    refs = [BILL["metadata"]["component"]["bom-ref"], *(one["bom-ref"] for one in BILL["components"])]
    assert len(refs) == len(set(refs))
    assert {one for part in BILL["dependencies"] for one in (part["ref"], *part["dependsOn"])} == set(refs)


def test_the_bill_in_the_repository_is_that_of_the_lock() -> None:
    run = subprocess.run([sys.executable, ROOT / "scripts" / "sbom.py"], capture_output=True, text=True, check=True)
    assert run.stdout == (ROOT / "sbom.cdx.json").read_text("utf-8"), "make sbom"
