"""Closed lists of the look: tones of state, and our icons."""

from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; a word and an icon always say it too."""

    QUIET = "quiet"
    INFO = "info"
    GOOD = "good"
    SOON = "soon"
    LATE = "late"


TONE_ICONS = {
    Tone.QUIET: "dot",
    Tone.INFO: "info",
    Tone.GOOD: "check",
    Tone.SOON: "clock",
    Tone.LATE: "alert",
}

# One path each, on a 24 by 24 grid, drawn with a round 2-unit stroke.
ICONS = {
    "alert": "M12 3 2.5 20h19L12 3ZM12 10v4M12 17v.01",
    "back": "M19 12H5M11 6l-6 6 6 6",
    "bell": "M6 16V11a6 6 0 0 1 12 0v5l2 2H4l2-2ZM10 21h4",
    "book": "M5 4h10a4 4 0 0 1 4 4v12H8a3 3 0 0 1-3-3V4ZM5 17a3 3 0 0 1 3-3h11",
    "calendar": "M4 6h16v14H4V6ZM4 10h16M8 3v4M16 3v4",
    "chart": "M4 20h16M7 16v-5M12 16V5M17 16V9",
    "check": "M4 12.5 9.5 18 20 6.5",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3.5 2",
    "copy": "M9 9h11v11H9V9ZM5 15H4V4h11v1",
    "cross": "M5 5l14 14M19 5 5 19",
    "dot": "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
    "down": "M5 9l7 7 7-7",
    "download": "M12 4v11M7 11l5 5 5-5M5 20h14",
    "file": "M6 3h8l4 4v14H6V3ZM14 3v5h4",
    "globe": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
    "home": "M4 11l8-7 8 7v9h-5v-6H9v6H4v-9Z",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v6M12 7v.01",
    "keyboard": "M3 6h18v12H3V6ZM7 10v.01M11 10v.01M15 10v.01M8 14h8",
    "lock": "M6 11h12v10H6V11ZM8 11V8a4 4 0 0 1 8 0v3",
    "mail": "M3 6h18v13H3V6ZM3 7l9 7 9-7",
    "money": "M3 6h18v12H3V6ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM6 9v.01M18 15v.01",
    "next": "M5 12h14M13 6l6 6-6 6",
    "pause": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM10 9v6M14 9v6",
    "people": (
        "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20a6.5 6.5 0 0 1 13 0"
        "M16 5.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6"
    ),
    "phone": "M6 3h4l1 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 1v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2Z",
    "pin": "M12 21c5-5 7-8 7-11a7 7 0 1 0-14 0c0 3 2 6 7 11ZM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
    "plus": "M12 5v14M5 12h14",
    "print": "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7v-7Z",
    "ring": "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z",
    "scales": "M12 4v16M7 20h10M5 7h14M5 7l-3 7h6L5 7ZM19 7l-3 7h6l-3-7Z",
    "search": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5",
    "sign": "M4 20h16M5 16l1-4L16 2.5l3.5 3.5L9.5 15.5 5 16Z",
    "star": "M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2l-5.6 3.1 1.2-6.3L3 9.6l6.3-.8L12 3Z",
    "ticket": "M3 7h18v4a2 2 0 0 0 0 3v4H3v-4a2 2 0 0 0 0-3V7ZM14 7v11",
    "undo": "M4 9h11a5 5 0 0 1 0 10H8M8 5 4 9l4 4",
    "upload": "M12 20V9M7 13l5-5 5 5M5 4h14",
    "user": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21a8 8 0 0 1 16 0",
}
