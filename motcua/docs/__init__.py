"""Docs: the pages that are read off the code, so that they cannot go stale.

`python -m motcua.docs` writes docs/map.md (wings, modules, handlers, pages with their rights, commands) and
docs/states.md (the life of a dossier); `--check` changes nothing and exits 1 when a page is stale. Start reading at
`code` (what is found in the source), then `pages` (what the addresses demand), then `map` and `states` (the words).
"""
