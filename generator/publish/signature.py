"""Signatures of manifests: made and checked by OpenSSH's ``ssh-keygen -Y``, so that nobody has to trust code of ours.

Whoever has the manifest, its signature (``manifest.json.sig``) and a file of allowed signers checks it without this
program: ``ssh-keygen -Y verify -f SIGNERS -I NAME -n oit-disclosure -s manifest.json.sig < manifest.json``.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.publish import manifest

NAME = f"{manifest.NAME}.sig"
NAMESPACE = "oit-disclosure"
"""What a signature is for: one that the same key made for something else is none of a manifest."""
_PROGRAM = "ssh-keygen"


class SignatureFault(Exception):
    """A signature that could not be made, or is not right.

    Attributes:
        code: of the fault.
        reason: what ``ssh-keygen`` said.
    """

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason or "-"


def refuse_without_program() -> None:
    """Raises :class:`SignatureFault` where OpenSSH is not there."""
    if shutil.which(_PROGRAM) is None:
        raise SignatureFault("no-ssh-keygen")


def sign(folder: Path, key: Path) -> None:
    """Sign the manifest in a folder with a private key; a key with a password asks for it, or is in ``ssh-agent``.

    Raises:
        SignatureFault: there is no OpenSSH, or the key cannot be used.
    """
    refuse_without_program()
    (folder / NAME).unlink(missing_ok=True)
    _run("not-signed", "sign", "-f", str(key), "-n", NAMESPACE, str(folder / manifest.NAME))


def signer_of(content: bytes, signature: bytes, signers: Path) -> str:
    """Who signed a manifest, as the file of allowed signers names them.

    Args:
        content: the manifest, as it was published.
        signers: a file of allowed signers, as ``man ssh-keygen`` describes it.

    Raises:
        SignatureFault: nobody of them did, or the content is another one.
    """
    refuse_without_program()
    with tempfile.TemporaryDirectory(prefix="oit-signature-") as folder:
        file = Path(folder) / NAME
        file.write_bytes(signature)
        given = ("-s", str(file), "-f", str(signers))
        found = _run("signer-unknown", "find-principals", *given).splitlines()
        name = found[0] if found else ""
        _run("signature-wrong", "verify", *given, "-I", name, "-n", NAMESPACE, content=content)
    return name


def _run(code: str, action: str, *arguments: str, content: bytes | None = None) -> str:
    run = subprocess.run([_PROGRAM, "-Y", action, *arguments], input=content, capture_output=True, check=False)
    if run.returncode:
        said = (run.stderr or run.stdout).decode("utf-8", "replace").strip().splitlines()
        raise SignatureFault(code, said[-1] if said else "")
    return run.stdout.decode("utf-8", "replace")
