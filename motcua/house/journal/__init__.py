"""What was done, by whom, when: a record nobody can quietly change («nhật ký»).

Basis: electronic dossiers keep who did what and when [61/2018/NĐ-CP, 22]; access to personal data is logged
[13/2023/NĐ-CP, 26]. Each thing has its own hash chain (`Entry`), whose head stands on the thing itself (`Chained`);
looks at personal data (`Look`) carry their own hash; a daily seal (`Seal`, «niêm phong») binds both and chains the
days. The tables refuse change and deletion by database triggers (`guards`). Start reading at `acts.write`, then
`queries.verify`.
"""
