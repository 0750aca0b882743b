"""Floor 2, the house itself: who logs in, which offices and posts there are, what is on record, running numbers.

Knows no dossier and no procedure. Order inside, from the ground up: numbering, journal, accounts, office.
"""
