"""What files are called: by their item and content, or what they are for; never by a path, where there is a title."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator import languages
from generator.desk.asking import file_address, owners_address
from generator.desk.office import Now, Place
from generator.desk.pages import words_of
from generator.models.ita import ItaResult
from generator.officers.to_fill import title_of
from generator.site.data_files import year_of_owners
from generator.tables.records import parted
from generator.tables.totals import Tabled


class Titles:
    """The titles of files in one language."""

    def __init__(self, language: str) -> None:
        self._language, self._words = language, words_of(language)["file"]

    def of(self, place: Place) -> str:
        """The title of a file that can be opened."""
        if place.item:
            several = len(place.item.families) > 1
            name = title_of(place.item, self._language)
            name = languages.families(self._language)[place.family]["name"] if several else name
            return f"{place.item.code} {name}"
        if place.path in self._words:
            return str(self._words[place.path])
        if place.model is ItaResult:
            return str(self._words["ita"].format(year=PurePosixPath(place.path).stem))
        kind = "catalogue" if place.path.startswith("profiles/") else "other"
        return str(self._words[kind].format(file=place.path))

    def at(self, now: Now, path: str) -> str:
        """The title of whatever stands at a path; of what no form opens the path itself."""
        if path in now.places:
            return self.of(now.places[path])
        if year := year_of_owners(path):
            return str(self._words["owners"].format(year=year))
        return str(self._words.get(path, path))


def address_of(now: Now, path: str) -> str:
    """The address at the desk where a file is changed: its form, or that of the disclosure whose table it is; empty where none is."""
    if path in now.places:
        return file_address(path)
    if year := year_of_owners(path):
        return owners_address(year) if now.site and year in now.site.years else ""
    above, _, name = path.rpartition("/")
    for entry in now.site.disclosures if now.site else ():
        of = now.below(entry.file.name)
        tables = entry.data.table if isinstance(entry.data, Tabled) and of.rpartition("/")[0] == above else ()
        if name in (parted(one)[0] for one in tables):
            return file_address(of)
    return ""
