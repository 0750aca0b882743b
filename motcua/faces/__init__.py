"""Faces: entry pages that compose what modules offer; they own no tables."""
