"""The texts that one change of a YAML file could lead to, by the places of its values; see :mod:`generator.input.edits`.

Each function yields the likeliest text first. A ValueError, or no text at all, says that there is no way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.input import emitting, spans
from generator.input.emitting import Layout, layout_of
from generator.input.source import KeyPath
from generator.input.spans import Node


def _root(text: str) -> Node:
    root = spans.tree(text)
    if root is None or root.is_empty:
        raise ValueError("nothing is written")
    return root


def _node(root: Node, path: KeyPath) -> Node:
    found = root.at(path)
    if found is None:
        raise ValueError(path)
    return found


# --- put --------------------------------------------------------------------------------------------


def put(text: str, path: KeyPath, value: Any, order: Sequence[str] = ()) -> Iterator[str]:
    """The value at ``path`` set or added."""
    layout = layout_of(text)
    root = spans.tree(text)
    if root is None or root.is_empty:
        yield from _begun(text, path, value, layout)
        return
    above, there = _node(root, path[:-1]), root.at(path)
    if there is None:
        yield from _with_key(text, root, path, above, value, order)
    elif above.style == "flow":
        yield from _spliced(text, there.start, there.end, _flow_ways(there, value))
    elif isinstance(value, str) or not value:
        yield from _with_scalar(text, above, path[-1], there, value, layout)
    else:
        yield from _with_block(text, above, path[-1], there, value, layout)


def _begun(text: str, path: KeyPath, value: Any, layout: Layout) -> Iterator[str]:
    """The first key of a file that has only comments, or nothing."""
    if len(path) != 1 or not isinstance(path[0], str):
        return
    ending = "" if not text or text.endswith(("\n", "\r")) else layout.newline
    yield text + ending + emitting.entry(path[0], value, 0, layout) + layout.newline


def _flow_ways(there: Node, value: Any) -> list[str]:
    if isinstance(value, str):
        return emitting.scalars(value, there.style, 0, Layout(), is_flow=True)
    return [emitting.flow(value)]


def _spliced(text: str, start: int, end: int, ways: Sequence[str]) -> Iterator[str]:
    space = " " if start and text[start - 1] not in " \t\r\n[{" else ""
    for way in ways:
        yield text[:start] + space + way + text[end:]


def _owner(text: str, above: Node, last: str | int) -> tuple[int, int]:
    """Where a value may begin, behind the colon or dash that it belongs to, and how far in that key or dash is."""
    if isinstance(last, str):
        key, value = above.keys[last]
        return text.index(":", key.end, max(key.end + 1, value.start)) + 1, above.column
    return spans.dash(text, above, last) + 1, above.column


def _with_scalar(text: str, above: Node, last: str | int, there: Node, value: Any, layout: Layout) -> Iterator[str]:
    begin, column = _owner(text, above, last)
    ways = (
        emitting.scalars(value, there.style, _inner_column(text, there, column, layout), layout, is_flow=False)
        if isinstance(value, str)
        else [emitting.flow(value)]
    )
    if there.style == "flow" or (there.kind == "text" and there.style not in ("|", ">")):
        yield from _around_comment(text, begin, there, ways)
        yield from _spliced(text, there.start, there.end, ways)
        return
    comment = (
        text[begin : spans.line_end(text, begin)]
        if there.kind != "text" and not _is_on_line(text, begin, there)
        else ""
    )
    for way in ways:
        yield f"{text[:begin]} {way}{comment.rstrip()}{text[there.end :]}"
        yield f"{text[:begin]} {way}{text[there.end :]}"


def _around_comment(text: str, begin: int, there: Node, ways: Sequence[str]) -> Iterator[str]:
    """A text of several lines instead of one before a comment: the comment goes behind the ``|``."""
    end = spans.line_end(text, there.end)
    comment = text[there.end : end]
    if not comment.strip().startswith("#") or text[begin : there.start].strip(" "):
        return
    for way in ways:
        if way.startswith(("|", ">")):
            head = spans.line_end(way, 0)
            yield text[: there.start] + way[:head] + comment + way[head:] + text[end:]


def _inner_column(text: str, there: Node, column: int, layout: Layout) -> int:
    """How far in the lines of a text of several lines are: as those that it had."""
    if there.style in ("|", ">"):
        body = text[spans.next_line(text, there.start) : there.end]
        for line in body.splitlines():
            if line.strip():
                return len(line) - len(line.lstrip(" "))
    return column + layout.step


def _is_on_line(text: str, begin: int, there: Node) -> bool:
    return spans.line_end(text, begin) >= there.start


def _with_block(text: str, above: Node, last: str | int, there: Node, value: Any, layout: Layout) -> Iterator[str]:
    """A group or list, below its key or behind its dash, instead of something else."""
    begin, column = _owner(text, above, last)
    if isinstance(last, int):
        lines = emitting.block(value, column + 2, layout, is_behind_dash=True)
        yield f"{text[:begin]} {lines}{text[there.end :]}"
        yield f"{text[:begin]} {lines}{text[spans.line_end(text, there.end) :]}"  # without spaces at the line's end
        return
    further = layout.list_step if isinstance(value, list) else layout.step
    lines = layout.newline + emitting.block(value, column + further, layout)
    end = spans.line_end(text, there.end)
    behind = text[there.end : end]
    if behind.strip().startswith("#"):
        yield text[:begin] + behind + lines + text[end:]
    yield text[:begin] + lines + text[there.end :]
    yield text[:begin] + lines + text[spans.line_end(text, there.end) :]
    yield f"{text[:begin]} {emitting.flow(value)}{text[there.end :]}"


def _with_key(text: str, root: Node, path: KeyPath, above: Node, value: Any, order: Sequence[str]) -> Iterator[str]:
    """A key more in a group."""
    key = path[-1]
    if not isinstance(key, str) or above.kind == "list":
        raise ValueError(path)
    layout = layout_of(text)
    if not above.keys:
        if path[:-1]:
            yield from put(text, path[:-1], {key: value})  # ``{}``, or a key without a value
        else:
            yield text[: above.start] + emitting.entry(key, value, 0, layout) + text[above.end :]
        return
    before = _before(list(above.keys), key, order)
    if above.style == "flow":
        written = f"{emitting.flow({key: value})[1:-1]}"
        if before is None:
            yield f"{text[: _first_start(above)]}{written}, {text[_first_start(above) :]}"
        else:
            end = max(above.keys[before][0].end, above.keys[before][1].end)
            yield f"{text[:end]}, {written}{text[end:]}"
        return
    lines = emitting.entry(key, value, above.column, layout)
    space = " " * above.column
    if before is None:
        start = _first_start(above)
        yield f"{text[:start]}{lines}{layout.newline}{space}{text[start:]}"
        return
    yield from _below(text, _pair_end(text, above.keys[before]), space + lines, layout)


def _first_start(above: Node) -> int:
    return next(iter(above.keys.values()))[0].start


def _before(keys: Sequence[str], key: str, order: Sequence[str]) -> str | None:
    """The key behind which a new one comes; None where it is the first."""
    if key not in order:
        return keys[-1]
    earlier = set(order[: order.index(key)])
    return next((one for one in reversed(keys) if one in earlier), None)


def _below(text: str, end: int, lines: str, layout: Layout) -> Iterator[str]:
    """Lines below what ends at ``end``: right behind it, or where a text that keeps its empty lines ends."""
    for place in dict.fromkeys((spans.next_line(text, end), _behind_empty_lines(text, end))):
        ending = "" if not place or text[place - 1] in "\r\n" else layout.newline
        is_open = place == len(text) and not text.endswith(("\n", "\r"))
        if is_open:
            yield text + ending + lines
        yield text[:place] + ending + lines + layout.newline + text[place:]


def _pair_end(text: str, pair: tuple[Node, Node]) -> int:
    """Behind the last letter of a key and its value; of a key without one, behind its colon."""
    key, value = pair
    return value.end if value.end > key.end else text.index(":", key.end) + 1


def _behind_empty_lines(text: str, end: int) -> int:
    place = spans.next_line(text, end)
    while place < len(text) and not text[place : spans.line_end(text, place)].strip():
        place = spans.next_line(text, place)
    return place


# --- lists ------------------------------------------------------------------------------------------


def append(text: str, path: KeyPath, value: Any, order: Sequence[str] = ()) -> Iterator[str]:
    """An entry more at the end of a list, or the first of a new one."""
    root = spans.tree(text)
    listed = root.at(path) if root else None
    if listed is None or listed.kind != "list" or not listed.items:
        yield from put(text, path, [value], order)
    else:
        yield from insert(text, path, len(listed.items), value)


def insert(text: str, path: KeyPath, number: int, value: Any) -> Iterator[str]:
    """An entry more in a list, before the entry ``number``."""
    layout = layout_of(text)
    listed = _node(_root(text), path)
    if listed.kind != "list":
        raise ValueError(path)
    if not listed.items:
        yield from put(text, path, [value])
        return
    if listed.style == "flow":
        written = emitting.flow(value)
        if number < len(listed.items):
            start = listed.items[number].start
            yield f"{text[:start]}{written}, {text[start:]}"
        else:
            end = listed.items[-1].end
            yield f"{text[:end]}, {written}{text[end:]}"
        return
    lines, space = emitting.dashed(value, listed.column, layout), " " * listed.column
    if number == 0:
        yield f"{text[: listed.start]}{lines}{layout.newline}{space}{text[listed.start :]}"
        return
    yield from _below(text, _item_end(text, listed, number - 1), space + lines, layout)


def _item_end(text: str, listed: Node, number: int) -> int:
    """Behind the last letter of an entry; of an empty one, behind its dash."""
    return max(listed.items[number].end, spans.dash(text, listed, number) + 1)


# --- remove -----------------------------------------------------------------------------------------


def remove(text: str, path: KeyPath) -> Iterator[str]:
    """A key with its value, or an entry of a list, taken away."""
    root = _root(text)
    above, last = _node(root, path[:-1]), path[-1]
    parts = _parts(text, above)
    number = list(above.keys).index(last) if isinstance(last, str) else last
    if above.style == "flow":
        yield _without_flow(text, parts, number)
    elif len(parts) == 1:
        yield from _emptied(text, root, path[:-1], above)
    else:
        yield from _without_lines(text, parts, number)


def _parts(text: str, above: Node) -> list[tuple[int, int]]:
    """From where to where each entry of a group or list is written, keys and dashes with it."""
    if above.kind == "group":
        is_flow = above.style == "flow"
        return [
            (key.start, max(key.end, value.end) if is_flow else _pair_end(text, (key, value)))
            for key, value in above.keys.values()
        ]
    if above.style == "flow":
        return [(item.start, item.end) for item in above.items]
    return [(spans.dash(text, above, n), _item_end(text, above, n)) for n in range(len(above.items))]


def _without_flow(text: str, parts: Sequence[tuple[int, int]], number: int) -> str:
    start, end = parts[number]
    if number + 1 < len(parts):
        return text[:start] + text[parts[number + 1][0] :]
    return text[: parts[number - 1][1] if number else start] + text[end:]


def _emptied(text: str, root: Node, path: KeyPath, above: Node) -> Iterator[str]:
    """A group or list that has nothing left: ``{}`` or ``[]``; of a whole file, which then says nothing, not even that."""
    empty: Any = {} if above.kind == "group" else []
    if path:
        yield from put(text, path, empty)
    else:
        yield text[: above.start] + emitting.flow(empty) + text[above.end :]


def _without_lines(text: str, parts: Sequence[tuple[int, int]], number: int) -> Iterator[str]:
    start, end = parts[number]
    below, begin = spans.next_line(text, end), spans.line_start(text, start)
    if not text[begin:start].strip(" "):
        if below >= len(text) and text[-1:] not in "\r\n":  # the last line of a file that has no end
            yield text[: len(text[:begin].rstrip("\r\n"))] + text[spans.line_end(text, end) :]
        yield text[:begin] + text[below:]
        yield text[:begin] + text[_behind_empty_lines(text, end) :]
    elif number + 1 < len(parts):  # the first one, behind the dash of the entry that it stands in
        behind = text[end : parts[number + 1][0]]
        comment = behind[len(behind[: spans.line_end(behind, 0)]) :].lstrip()
        yield text[:start] + comment + text[parts[number + 1][0] :]
        yield text[:start] + text[parts[number + 1][0] :]


# --- rename, move -----------------------------------------------------------------------------------


def rename(text: str, path: KeyPath, name: str) -> Iterator[str]:
    """A key with another name."""
    above = _node(_root(text), path[:-1])
    key = above.keys[str(path[-1])][0]
    for way in emitting.scalars(name, key.style, 0, Layout(), is_flow=above.style == "flow", is_key=True):
        yield text[: key.start] + way + text[key.end :]


def move(text: str, path: KeyPath, to: int) -> Iterator[str]:
    """An entry of a list at another place in it; of a block with the lines of comments above it."""
    listed, number = _node(_root(text), path[:-1]), int(path[-1])
    parts = _parts(text, listed)
    order = list(range(len(parts)))
    order.insert(to, order.pop(number))
    if listed.style == "flow":
        yield _rearranged(text, parts, order)
        return
    tiles = []
    begin = spans.line_start(text, parts[0][0])
    for _, end in parts:
        below = spans.next_line(text, end)
        tiles.append((begin, below))
        begin = below
    newline = layout_of(text).newline
    written = [text[first:last] for first, last in tiles]
    is_open = not written[-1].endswith(("\n", "\r"))
    moved = "".join(written[n] if written[n].endswith(("\n", "\r")) else written[n] + newline for n in order)
    yield text[: tiles[0][0]] + (moved.removesuffix(newline) if is_open else moved) + text[tiles[-1][1] :]
    yield _rearranged(text, parts, order)


def _rearranged(text: str, parts: Sequence[tuple[int, int]], order: Sequence[int]) -> str:
    """The parts in another order, with everything between them where it is."""
    made = []
    at = 0
    for (start, end), number in zip(parts, order, strict=True):
        made += [text[at:start], text[slice(*parts[number])]]
        at = end
    return "".join([*made, text[at:]])
