"""From the data of a Thai government agency to the pages of every OIT item. The map of the house::

    data/ ──load──▶ Site ──check──▶ faults ──pages──▶ Markdown ──engine──▶ HTML ──outputs, verify──▶ site/

Rooms from the ground up; a room imports only from those above it in this list (``pyproject.toml`` holds the order):

``cache``           what was worked out before, kept between runs under all that it was made of
``languages``, ``catalogues``   the fixed words of each language; what is asked of agencies, year by year: data, not code
``diagnostics``     a fault as a value: place, code, sentence, hint, severity; its renderings
``writing``         how Thai officers write figures, dates, letters, terms, numbers of persons; near words; hosts
``input``           a YAML file → plain data with the place of every value; one file against its model; edits at key paths
``models``          what each data file may say; the sentence on each field is the manual
``tables``          CSV and XLSX: columns, rows as a stream, totals; XLSX that are written
``files``           any other file, evidence or found by the audit: its kind, text and metadata, within bounds
``blocks``, ``families``        shapes that several families share; one folder per kind of content
``site``            a data folder → one frozen Site; references, states, addresses, texts; what is read is recorded
``contradictions``  which printed figures and claims cannot all be true
``checks``, ``causes``          one fault a file, over the whole Site; one message for one cause
``officers``        what helps an officer: blanks of a new agency or year, what is left to fill in, reports, fields, data guide, workbook
``pages``           a Site → pages of Markdown, one file a kind of page; charts, colours, how values are written
``audit``           a site that is out: what can be read of it, judged item by item as an assessor would
``project``         where the parts of a project stand
``store``           the one door through which a data folder is changed: whole or nothing, and what was there is kept
``publish``         pages → a built site: engine, exports, search, PDFs, verification; the exchange with the old one
``reading``         load and check, the first stages of the road
``road``            the one way from data to site, stage by stage; ``serve`` walks it at every change
``desk``            ``oit edit``: forms, evidence, the draft and undo in a browser, on the officer's machine or behind a login
``commands``        one file a command; here and in ``cli`` alone is printed, and an exit code set (``arguments``, ``typed``: what is typed)

To change what is said: ``languages``, of a check its docstring, of a family its ``family.yaml``. What is asked:
``catalogues``. What may be written: ``models``, ``blocks`` or the family. What is found: ``checks``. What is seen: the
template in ``pages``, ``families`` or ``blocks``, and ``theme/`` beside this folder.
"""
