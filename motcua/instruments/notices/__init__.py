"""Telling people: in the system, by e-mail, by SMS («thông báo»).

Applicants are told of receipt, supplements, apologies and results [61/2018/NĐ-CP, 19]. A notice outside the system says
the dossier's code and state and nothing else: whoever reads it over a shoulder learns no personal data. Channels are
registered (`channels.register`); sending is a job. Start reading at `acts.notify`.
"""
