"""The demo's legal documents: central ones by facts only, sixty invented local ones with text, changes and endings.

Their numbers lie between 901 and 999 and their titles end in «(minh họa)», so that nobody takes them for real.
"""
