"""Places of pages that were published: anchors to which other pages lead, so that people have copied them.

An answer to the NACC may name one, as ``2568/o14/#measures-m-1``: it is kept like the address of a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.publish.verify import Visited, leads_elsewhere, target_of
from generator.site import addresses


def handed_out(site: Visited) -> frozenset[str]:
    """Every place of a page that another page leads to, as an address with its anchor; not those of the office's own pages."""
    return frozenset(
        f"{address}#{anchor}"
        for path in site.pages
        for target, anchor in _places_of(site, path)
        if target != path
        and (address := addresses.of_built_file(target)) is not None
        and not _is_for_the_office(address)
    )


def is_kept(place: str, site: Visited) -> bool:
    """Whether a page still has a place, or leads on to where it is now, as the page of a number does that means another item."""
    address, _, anchor = place.partition("#")
    path = f"{address}index.html"
    if anchor in site.anchors.get(path, ()):
        return True
    return path in site.pages and any(
        target != path and f"{anchor}-".startswith(f"{near}-") and anchor in site.anchors.get(target, ())
        for target, near in _places_of(site, path)
    )


def _places_of(site: Visited, path: str) -> Iterator[tuple[str, str]]:
    """Where the links of a page lead that name a place."""
    for link in site.pages[path].links:
        if "#" in link and not leads_elsewhere(link):
            target, anchor = target_of(link, path, site)
            if anchor:
                yield target, anchor


def _is_for_the_office(address: str) -> bool:
    """Whether an address is one of the office's own pages, of whatever language and subsite."""
    parts = address.split("/")
    return any(addresses.is_for_the_office("/".join(parts[start:])) for start in range(len(parts)))
