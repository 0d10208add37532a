"""A form's tree → the changes of the file: the smallest, each at its own place, made one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.desk.forms.nodes import Group, Listing, Node
from generator.input.edits import Change, Insert, Move, Put, Remove
from generator.input.source import KeyPath
from generator.officers.fields import order_of


def steps(node: Node, path: KeyPath, order: tuple[str, ...] = ()) -> Iterator[Change]:
    """The changes at a path and below.

    Args:
        path: of the value when the changes before these are made.
        order: of the keys beside it.
    """
    if node.after == node.base:
        return
    if node.after is None and path:
        yield Remove(path)
    elif isinstance(node, Group) and node.is_written and (isinstance(node.after, dict) or not path):
        inner = order_of(node.model)
        for child in sorted(node.inner(), key=lambda one: one.after is None):  # a group never stands empty on the way
            yield from steps(child, (*path, child.key), inner)
    elif isinstance(node, Listing) and isinstance(node.written, list) and not node.is_fixed:
        yield from _of_list(node, path)
    else:
        yield Put(path, node.after, order)


def _of_list(listing: Listing, path: KeyPath) -> Iterator[Change]:
    """Entries that came, went or stand elsewhere, then what changed inside of those that stayed."""
    if not isinstance(listing.base, list) or len(listing.base) != len(listing.written):
        yield Put(path, listing.after)
        return
    kept = listing.kept()
    stay = [entry.number for entry in kept if entry.number is not None]
    if not stay:
        yield Put(path, listing.after)
        return
    for number in reversed(range(len(listing.base))):
        if number not in stay:
            yield Remove((*path, number))
    order = sorted(stay)
    for place, number in enumerate(stay):
        at = order.index(number)
        if at != place:
            order.insert(place, order.pop(at))
            yield Move((*path, at), place)
    for place, entry in enumerate(kept):
        if entry.number is None:
            yield Insert((*path, place), entry.node.after)
    for place, entry in enumerate(kept):
        if entry.number is not None:
            yield from steps(entry.node, (*path, place))
