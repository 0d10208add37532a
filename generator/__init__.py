"""From the data of a Thai government agency to the pages of every OIT item.

Data flows one way, and :func:`generator.road.walk` is the whole of it::

    data/ ──load──▶ Site ──check──▶ Site ──render──▶ pages ──build──▶ new site ──verify──▶ site/
      source           checks          pages            engine          verify
      shape            (sense)         families
      loader                           languages

Modules in reading order:

``figures``, ``dates``
    numbers, digits, B.E. years, fiscal years and periods as Thai officers write them
``diagnostics``
    a fault as a value: place, code, sentence, hint; its renderings
``slips``, ``source``
    where a slip of writing YAML was made; a YAML file → plain data, and the place of every value
``letters``, ``terms``, ``persons``
    how texts are spelt; fixed terms and their slips; what looks like a person's number or home
``scalars``, ``models``, ``scores``
    single values, and the shapes that all data share; the sentence on each field is the manual
``accessibility``
    what an agency says of who can use its site, and what the tests last found
``agency``, ``ita``, ``disclosure``, ``catalogue``, ``settings``
    the kinds of data files
``blocks``, ``families``
    shapes that several families share; one folder per kind of content: model, template, example
``shape``
    first circle of checking: one file against its model
``columns``, ``workbooks``, ``rows``, ``tables``
    what a table's cells may say; an XLSX file before its cells are read; rows as a stream; what is computed from them
``site``, ``loader``
    one frozen Site; a data folder → a Site, or what is wrong with it
``assessment``, ``agreement``, ``bindings``
    how ITA is scored in each year; which one figure would make sums agree; what binds the scores of a result
``claims``, ``titles``, ``monthly``
    what a document claims of its figures; where an indicator's number stands beside its title; statistics by month
``checks``, ``causes``
    second circle: sense, over the whole site, one file a check; one message for one cause
``evidence``, ``states``, ``trail``
    documents and their addresses; what is shown and what is missing; question → issue → measure → result
``readiness``, ``answers``
    the score to expect and what each gap costs; what is answered for every item, and where it is seen
``texts``, ``links``, ``papers``, ``privacy``
    every text with its place; every address; evidence by name and year; persons in all that is published
``moved``
    numbers that meant something else before their year's catalogue was replaced
``look``
    the agency's own colour → the colours of its site
``voice``, ``charts``
    how values are written in a language; pictures of the figures, drawn when the site is built
``pages``
    a Site → pages of Markdown, one file a kind of page
``exporters``
    files for programs and spreadsheets, made from the data: one file per export or format
``report``
    what the checks found, by item and owner: a director's summary, an officer's to-do list
``guide``, ``schema``
    the data guide and the JSON Schemas, read off the models
``start``, ``to_fill``, ``new_year``
    the data folder of a new agency, from the texts in ``starters/``; what is still blank; a year from the one before
``languages``
    the fixed words, same keys in each language
``catalogues``
    what is asked for, year by year: data, not code
``engine``
    pages → a built site; the only place that knows MkDocs
``printed``
    built pages → PDFs to file, where they are asked for; ``printed.press`` alone knows WeasyPrint
``search``
    the index that a visitor's browser asks: made from the built pages, for Thai
``hosting``
    what the site tells machines: policy, header files of web servers, list of pages for search engines
``verify``
    third circle: the built site as a browser meets it
``offline``
    a built site → one ZIP that opens from a disk
``road``, ``serve``
    the way from one end to the other: once, or at every change
``audit``
    of a site that is out: ``list_search`` finds its list of items, ``answers`` walks over what is linked, ``link_faults``,
    ``document_faults`` and ``content_faults`` judge it, ``survey`` leads from one to the next; ``fetch`` opens addresses
    from a ``folder`` or the ``web``, ``reading_process`` reads what they give
``arguments``
    every command and option, and what is said of wrong ones, in the language of the person who types
``cli``
    the only module that prints or sets an exit code (``__main__`` calls it)
"""
