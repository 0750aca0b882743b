"""Running numbers without gap or twin («số thứ tự»): books, registers, dossier codes.

A scope is a plain string its owner makes up ("X20335/KS/2024": the birth register of one commune in one year). One row
a scope, one statement a number, inside the caller's transaction: what is rolled back gives its number back. Start
reading at `acts.next_number`.
"""
