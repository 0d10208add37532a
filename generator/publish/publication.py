"""A new site is published: every address ever published is kept or accounted for, and the site is exchanged whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from generator.diagnostics import Diagnostic, Severity
from generator.project import MARKER, Project
from generator.publish import exchange, hosting, manifest, places, previous, signature
from generator.publish.manifest import Manifest
from generator.publish.signature import SignatureFault
from generator.publish.verify import Visited
from generator.publish.withheld import Withheld, told
from generator.site import addresses
from generator.site.published import FILE, read_published, write_published


def new_folder(site: Path) -> Path:
    """Where a new site is built, beside the one that it replaces."""
    return exchange.aside(site.resolve(), "new")


class Refused(Exception):
    """A publication that cannot be, and the fault that says why."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.code)
        self.fault = fault


@contextmanager
def alone(project: Project) -> Iterator[None]:
    """Nobody else builds this site, or with this work folder, meanwhile; what a killed build left is put right first.

    Raises:
        Refused: where another build is under way, or an exchange was cut off and cannot be finished.
    """
    with ExitStack() as locks:
        for folder in (project.site.resolve(), project.work.resolve()):
            folder.parent.mkdir(parents=True, exist_ok=True)
            file = exchange.aside(folder, "lock")
            try:
                locks.enter_context(FileLock(file, timeout=0))
            except Timeout:
                raise Refused(_fault(project, "build-under-way")) from None
            locks.callback(_remove, file)  # still held: nobody waits for it
        site = project.site.resolve()
        try:
            exchange.finish(site, _ours(site))
        except exchange.Interrupted as cut:
            raise Refused(_fault(project, "exchange-cut-off", old=cut.old.as_posix())) from None
        yield


def _remove(lock: Path) -> None:
    with suppress(OSError):  # Windows deletes no file that is open; it is taken again the next time
        lock.unlink()


def machine_fault(project: Project, error: OSError) -> Diagnostic:
    """What a refusal of the machine means, and what to do; the site that was published stands as it was."""
    code = {
        errno.ENOSPC: "disk-full",
        errno.EDQUOT: "disk-full",
        errno.EROFS: "folder-read-only",
        errno.EACCES: "folder-in-use",
        errno.EPERM: "folder-in-use",
        errno.EBUSY: "folder-in-use",
    }.get(error.errno or 0, "machine-refuses")
    return _fault(project, code, file=error.filename or "-", reason=error.strerror or str(error))


def _fault(project: Project, code: str, **facts: str) -> Diagnostic:
    return Diagnostic(project.site_name, 0, 0, code, facts=facts)


# --- addresses ----------------------------------------------------------------------------------------


def offered(site: Visited) -> frozenset[str]:
    """Every address of a built site that somebody may have written down: pages, places on them, and downloads."""
    files = {address for file in site.files if (address := addresses.of_built_file(file)) is not None}
    return places.handed_out(site) | files


def published_before(site: Path) -> set[str]:
    """Every address that was published in a site's folder, as its marker tells."""
    try:
        lines = (site / MARKER).read_text("utf-8", "replace").splitlines()[1:]
    except OSError:
        return set()
    return {line for line in lines if addresses.is_permanent(line)}


def gone(
    project: Project,
    new: Visited,
    published: frozenset[str],
    withdrawn: frozenset[str],
    kept_back: Sequence[Withheld] = (),
) -> list[Diagnostic]:
    """Addresses that were published once and are not in the new site, each kind once.

    Args:
        published: every address that the data folder keeps.
        withdrawn: addresses that the agency accounts for; one that ends in a slash stands for all below it.
        kept_back: what the data keeps back, which explains the addresses that go with it.
    """
    name = project.site_name
    lost = (published | published_before(project.site)) - offered(new)
    lost = frozenset(
        one
        for one in lost
        if not addresses.is_covered(one, withdrawn) and not ("#" in one and places.is_kept(one, new))
    )
    left_out = set() if project.pdf_cache else set(filter(addresses.is_pdf_of_pages, lost))
    explained, lost = told(lost - left_out, kept_back)
    found = explained + [
        Diagnostic(f"{name}/{address}", 0, 0, "address-gone", facts={"address": address, "count": str(len(below))})
        for address, below in addresses.by_folder(lost).items()
    ]
    if left_out:
        found.append(Diagnostic(name, 0, 0, "pdf-left-out", Severity.WARNING, {"count": str(len(left_out))}))
    return found


def gone_by_rollback(project: Project, removed: Iterable[str]) -> list[Diagnostic]:
    """Addresses that will not open after a rollback, as warnings: a publication before cannot have what came after it.

    They stay in the data: the next build brings them back, or the agency accounts for them.
    """
    lost = [address for path in removed if (address := addresses.of_built_file(path)) is not None]
    return [
        Diagnostic(
            f"{project.site_name}/{address}",
            0,
            0,
            "address-closed",
            Severity.WARNING,
            {"address": address, "count": str(len(below))},
        )
        for address, below in addresses.by_folder(lost).items()
    ]


def locked(project: Project) -> frozenset[str]:
    """Every address that the data folder keeps."""
    return read_published(project.data / FILE)


# --- the exchange -------------------------------------------------------------------------------------


def in_the_way(project: Project, new: Path) -> list[Diagnostic]:
    """Files that people added where the new site has one of its own: neither may be lost."""
    site = project.site.resolve()
    if not site.is_dir():
        return []
    return [
        Diagnostic(f"{project.site_name}/{path}", 0, 0, "file-in-the-way", facts={"file": path})
        for path in exchange.foreign(site, _ours(site))
        if os.path.lexists(new / path) and not hosting.is_by_people(site / path)
    ]


def publish(
    project: Project,
    new: Path,
    published: frozenset[str],
    offered: frozenset[str],
    next_review: date | None = None,
) -> None:
    """Put the new site in the place of the old one.

    Args:
        published: every address that the data folder keeps.
        offered: every address of the new site.
        next_review: the day by which the agency looks through its data again.

    Raises:
        OSError: where the machine refuses; the old site stands as before.
        SignatureFault: where the manifest could not be signed; so, too.
    """
    site = project.site.resolve()
    for name in hosting.FILES:
        if hosting.is_by_people(site / name):
            (new / name).unlink(missing_ok=True)  # of people: it moves over
    known = published | published_before(site) | offered
    (new / MARKER).write_text("".join(f"{line}\n" for line in ("oit", *sorted(known))), "utf-8")
    made = manifest.following(_before(project), new, next_review)
    (new / manifest.NAME).write_bytes(made.content)
    if project.key:
        signature.sign(new, project.key)
    if project.previous:
        previous.keep(project.previous, new, made)
    _make_readable(new)
    exchange.exchange(new, site, _ours(site))
    if project.records_addresses:
        write_published(project.data / FILE, known)


def _before(project: Project) -> Manifest | None:
    """The publication before; where the site's folder was lost, the last one that is kept, so that its serial goes on."""
    before = manifest.read(project.site.resolve())
    if before is None and project.previous:
        return next(reversed(previous.kept(project.previous).values()), None)
    return before


def unsigned(project: Project) -> list[Diagnostic]:
    """A warning where publications before were signed, and this one will not be."""
    if project.key or not (project.site.resolve() / signature.NAME).is_file():
        return []
    return [Diagnostic(project.site_name, 0, 0, "signature-left-out", Severity.WARNING)]


def cannot_sign(project: Project) -> Diagnostic | None:
    """Why a manifest will not be signed, where that can be known before anything is built."""
    try:
        if project.key:
            signature.refuse_without_program()
            project.key.open("rb").close()
    except SignatureFault as fault:
        return signature_fault(project, fault)
    except OSError as error:
        return signature_fault(project, SignatureFault("not-signed", error.strerror or str(error)))
    return None


def signature_fault(project: Project, fault: SignatureFault) -> Diagnostic:
    """Why a publication was not signed, as a fault of the site."""
    return _fault(project, fault.code, key=str(project.key or "-"), reason=fault.reason)


def _ours(site: Path) -> exchange.IsOurs:
    """Which files of a published site this program wrote, by its manifest; older sites have none, and tell by address."""
    places = (site, exchange.aside(site, "old"), site / exchange.OLD)
    found = [one for place in places if (one := manifest.read(place))]
    known = published_before(places[0]) | published_before(places[1])
    of_people = {name for place in places for name in hosting.FILES if hosting.is_by_people(place / name)}

    def is_ours(path: str) -> bool:
        if path in (MARKER, manifest.NAME, signature.NAME):
            return True
        if path in of_people:
            return False
        return _is_in(found, path) if found else _is_of_older_site(path, known)

    return is_ours


def _is_in(found: list[Manifest], path: str) -> bool:
    return any(path in one.files for one in found)


def _is_of_older_site(path: str, known: set[str]) -> bool:
    address = addresses.of_built_file(path)
    if address is not None:
        return address in known
    return path in hosting.FILES or path in ("robots.txt", "sitemap.xml") or not path.startswith((".", "CNAME"))


def _make_readable(folder: Path) -> None:
    """A web server is another user: it reads everything, whatever the umask of the officer's machine is."""
    for below, _, names in os.walk(folder):
        for wanted, path in ((0o555, below), *((0o444, os.path.join(below, name)) for name in names)):
            mode = os.stat(path).st_mode
            if mode & wanted != wanted:
                os.chmod(path, mode | wanted)
