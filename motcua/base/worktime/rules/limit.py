"""Time limits as procedures state them («thời hạn giải quyết»), in one short writing.

`same_day` in the day; `4h` working hours; `3wd` working days («ngày làm việc»); `15d` calendar days («ngày»); `1m`
months («tháng»); `3wd+5wd` stages of several agencies one after another.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Unit = Literal["same_day", "h", "wd", "d", "m"]
_STAGE = re.compile(r"([1-9][0-9]{0,3})(h|wd|d|m)")
_WORDS: dict[str, str] = {"h": "giờ làm việc", "wd": "ngày làm việc", "d": "ngày", "m": "tháng"}


class NotALimit(ValueError):
    """The writing is no time limit; the message shows the ones that are."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stretch of a limit: so many of one unit."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return "same_day" if self.unit == "same_day" else f"{self.count}{self.unit}"

    @property
    def in_vietnamese(self) -> str:
        """«3 ngày làm việc»."""
        return "trong ngày" if self.unit == "same_day" else f"{self.count} {_WORDS[self.unit]}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A whole time limit: one stage or several in a chain."""

    stages: tuple[Stage, ...]

    @classmethod
    def parse(cls, text: str) -> "Limit":
        """Read the writing of the catalogue; raises NotALimit."""
        return _parsed(text)

    def __str__(self) -> str:
        return "+".join(str(stage) for stage in self.stages)

    @property
    def in_vietnamese(self) -> str:
        """«3 ngày làm việc, tiếp theo 5 ngày làm việc»."""
        return ", tiếp theo ".join(stage.in_vietnamese for stage in self.stages)


@lru_cache(maxsize=256)
def _parsed(text: str) -> Limit:
    return Limit(tuple(_stage(part, text) for part in text.strip().split("+")))


def _stage(part: str, whole: str) -> Stage:
    written = part.strip()
    if written == "same_day":
        return Stage(1, "same_day")
    match = _STAGE.fullmatch(written)
    if not match:
        raise NotALimit(f"Thời hạn “{whole}” chưa đúng cách ghi. Ghi same_day, 4h, 3wd, 15d, 1m hoặc chuỗi 3wd+5wd.")
    unit: Unit = match[2]  # type: ignore[assignment]  # the pattern allows only these
    return Stage(int(match[1]), unit)
