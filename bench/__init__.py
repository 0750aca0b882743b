"""Benchmarks over HTTP against the real server: `python -m bench --help`.

Start reading at `one` (one database, all its works), then `works` (what is asked), `fill` (how a million dossiers come
to be), `load` (the client), `floor` (the least any Django page costs, measured in the same run).
"""
