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
``source``
    a YAML file → plain data, and the place of every value
``scalars``, ``models``, ``scores``
    single values, and the shapes that all data share; the sentence on each field is the manual
``agency``, ``ita``, ``disclosure``, ``catalogue``
    the kinds of data files
``families``
    one folder per kind of content: model, template, what the template needs
``shape``
    first circle of checking: one file against its model
``site``, ``loader``
    one frozen Site; a data folder → a Site, or what is wrong with it
``checks``
    second circle: sense, over the whole site, one file a check
``evidence``, ``states``, ``trail``
    documents and their addresses; what is shown and what is missing; question → issue → measure → result
``voice``, ``pages``
    how values are written in a language; a Site → pages of Markdown, one file a kind of page
``guide``, ``schema``
    the data guide and the JSON Schemas, read off the models
``languages``
    the fixed words, same keys in each language
``catalogues``
    what is asked for, year by year: data, not code
``engine``
    pages → a built site; the only place that knows MkDocs
``verify``
    third circle: the built site as a browser meets it
``road``, ``serve``
    the way from one end to the other: once, or at every change
``cli``
    the only module that prints or sets an exit code (``__main__`` calls it)
"""
