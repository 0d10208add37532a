"""``oit verify``: a published site against its manifest: what is missing, changed or added, and who signed it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from generator import languages
from generator.audit.addresses import address_of, host_of, without_www
from generator.audit.limits import Limits
from generator.audit.polite import Polite, Refused
from generator.commands import FAULTS, FINE, refuse
from generator.commands.console import report
from generator.commands.project import day_of
from generator.diagnostics import Diagnostic, has_errors
from generator.models.scalars import is_web_address
from generator.publish import manifest, proof, signature
from generator.publish.manifest import Manifest
from generator.publish.proof import Folder, Found, Source


def run(options: argparse.Namespace) -> int:
    words = languages.words(options.lang)["verify"]
    limits = Limits(size=proof.MOST_FILE, timeout=options.timeout, pause=options.pause)
    source = source_at(options.address, limits, options.lang, options.deadline)
    if source is None:
        refuse(words["no_such_place"].format(address=options.address))
    name = options.address.rstrip("/")
    known = manifest_at(options.since, limits, options.lang) if options.since else None
    if options.since and known is None:
        refuse(words["no_manifest_at"].format(address=options.since))
    there = source.read(manifest.NAME)
    published = manifest.of_content(there.content) if there.content is not None else None
    if published is None:
        reason = there.trouble or words["not_there" if there.content is None else "not_one"]
        report([Diagnostic(name, 0, 0, "no-manifest", facts={"reason": reason})], options.lang, options.format)
        return FAULTS
    signer, found = "", list(proof.differences(published, source, name, is_served=isinstance(source, _Server)))
    if isinstance(source, Folder):
        found += proof.added(published, source.paths(), name)
    if options.signers:
        signed = source.read(signature.NAME).content
        signer, wrong = proof.about_signature(published, signed, options.signers, name)
        found += wrong
    if known:
        found += proof.about_serial(published, known, name)
    found += proof.about_review(published, day_of(None), name)
    report(found, options.lang, options.format)
    if options.format == "text":
        print(words["of"].format(count=len(published.files), serial=published.serial))
        if signer:
            print(words["signed"].format(name=signer))
    return FAULTS if has_errors(found) else FINE


def source_at(typed: str, limits: Limits, language: str, deadline: float) -> Source | None:
    """The site at an address or in a folder; None where neither is meant."""
    if is_web_address(typed):
        address = address_of("", typed.removesuffix(manifest.NAME))
        return _Server(address, limits, languages.words(language)["verify"]["troubles"], deadline) if address else None
    return Folder(Path(typed)) if Path(typed).is_dir() else None


def manifest_at(typed: str, limits: Limits, language: str) -> Manifest | None:
    """The manifest of a site at an address or in a folder, or a file of one; None where there is none."""
    if not is_web_address(typed) and Path(typed).is_file():
        return manifest.read_file(Path(typed))
    source = source_at(typed, limits, language, limits.timeout)
    found = source.read(manifest.NAME) if source else Found()
    return manifest.of_content(found.content) if found.content is not None else None


class _Server:
    """A site on a web server; one deadline holds for all of it."""

    def __init__(self, address: str, limits: Limits, words: Mapping[str, str], deadline: float) -> None:
        host = without_www(host_of(address))
        self._base = address if address.endswith("/") else f"{address}/"
        self._polite = Polite(lambda other: without_www(host_of(other)) == host, limits)
        self._limits = limits
        self._words = words
        self._end = time.monotonic() + deadline

    def read(self, path: str) -> Found:
        if time.monotonic() > self._end:
            return Found(trouble=self._words["deadline"])
        page = path.removesuffix("index.html") if path.split("/")[-1] == "index.html" else path
        try:
            answer = self._polite.get(self._base + quote(page), self._limits.size)
        except Refused as refused:
            said = self._words[refused.trouble]
            return Found(trouble=f"{said}: {refused.reason}" if refused.reason else said)
        if answer.status in (404, 410):
            return Found()
        if not 200 <= answer.status < 300:
            return Found(trouble=f"HTTP {answer.status}")
        return Found(trouble=self._words["too-large"]) if answer.too_large else Found(answer.body)
