"""Certification («chứng thực»): copies from originals and signatures, numbered in books by kind and year.

Legal basis: 23/2015/NĐ-CP, 9, 13, 20-25; 01/2020/TT-BTP, 4; 226/2016/TT-BTC.
Words: sổ chứng thực = certification book, số chứng thực = number of a line, lời chứng = attestation.
Start reading at rules/numbers.py (one number for each document), then acts.certify, then handler.py.
"""
