"""Who logs in: accounts of citizens and officers («tài khoản»), second factor, lock-out, session limits.

Login, sign-up and passwords run on django-allauth behind our own Vietnamese and English pages; lock-out on
django-axes. What an officer may do is decided one floor up, in `house.office`, which keeps a dated copy of it in
`Account.grants`, so that a request costs one statement for the session and one for the account. Legal basis: who keeps
personal data guards it [13/2023/NĐ-CP, 26]. Start reading at `models.Account`, then `middleware`.
"""
