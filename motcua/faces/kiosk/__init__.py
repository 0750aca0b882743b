"""Kiosk: the touch screen in the hall («màn hình cảm ứng»): look up a dossier, read about a procedure.

Keeps nothing: no session, no store, a clean screen after 30 quiet seconds [61/2018/NĐ-CP, 13.2.b].
"""
