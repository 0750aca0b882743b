"""Units, posts, officers: who works where, from when to when, and who may do what («đơn vị, vị trí, ủy quyền»).

Units carry validity dates and successors, because the district level ended on 30/06/2025 [202/2025/QH15, 1]; a dossier
keeps its old unit and `queries.continuing` names the one that carries on. Rights are roles held at a unit between two
days: `choices.ROLE_ACTS` lists them, `rules.Actor.may` answers. `motcua load-office` takes over `office/units.yaml` and
`office/posts.yaml`. Start reading at `choices`, then `rules`.
"""
