"""Every way to write a person's number or home that is known, kind by kind."""

from __future__ import annotations

from tests.persons.forms import accounts, homes, ids, papers, phones
from tests.persons.forms.writing import Form, FormsOf

__all__ = ["FORMS", "Form"]

FORMS: tuple[FormsOf, ...] = (*ids.FORMS, *phones.FORMS, *accounts.FORMS, *homes.FORMS, *papers.FORMS)
