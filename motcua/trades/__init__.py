"""Trades: justice work done on a dossier: civil status registers, certification books («nghiệp vụ»)."""
