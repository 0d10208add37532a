"""Search that finds Thai: an index made from the built pages, which a visitor's browser asks a few small files of.

It is our own because no library does it: lunr finds a Thai word only where an unspaced run begins; Pagefind 1.6 cuts the
query into words, another way than the text (41 % precision for จัดซื้อจัดจ้าง), forgives no misspelling, needs WebAssembly
(``'wasm-unsafe-eval'`` in the policy), fetches its files (which a page opened from a disk may not), and takes 6 GB of
memory for 5,000 pages. A trigram index needs no dictionary, so that a word is found wherever it stands.

``folding`` says which spellings are one, ``reading`` takes the text out of built pages, ``known`` what the data knows of
them (numbers, families, units, words that citizens use), ``rows`` what is searched beside them (rows of tables, the words
of evidence), ``index`` makes the files, ``shelf`` puts them into a site.
``theme/assets/search.js`` asks them; it folds in the same way, which a test compares.
"""
