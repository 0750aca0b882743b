"""YAML read with its line numbers, so that a slip in a calendar or hours file is named by file and line.

Values are read as they are written: `off` stays the word off, dates and times are checked here.
"""

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import yaml


class BrokenFile(ValueError):
    """A file that cannot be used; the message names the file, the line and what is wrong."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        """Say where and what."""
        self.path, self.line = path, line
        super().__init__(f"{'/'.join(path.parts[-2:])}, dòng {line}: {problem}.")


class Entry:
    """One value of a YAML file, with its place."""

    def __init__(self, path: Path, node: yaml.Node) -> None:
        """Keep the place."""
        self.path, self.node = path, node

    def broken(self, problem: str) -> BrokenFile:
        """The error that points at this value."""
        return BrokenFile(self.path, self.node.start_mark.line + 1, problem)

    def fields(self) -> dict[str, "Entry"]:
        """The named values; refuses anything but a mapping, and a name written twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.broken("chỗ này phải là các dòng “tên: giá trị”")
        found: dict[str, Entry] = {}
        for key, value in self.node.value:
            name = str(key.value)
            if name in found:
                raise Entry(self.path, key).broken(f"“{name}” ghi hai lần")
            found[name] = Entry(self.path, value)
        return found

    def known_fields(self, *, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, "Entry"]:
        """The named values, of which some must stand here and no other may."""
        fields = self.fields()
        for name in required:
            if name not in fields:
                raise self.broken(f"thiếu “{name}”")
        for name, entry in fields.items():
            if name not in required and name not in optional:
                raise entry.broken(f"không có mục “{name}”; chỉ dùng {', '.join([*required, *optional])}")
        return fields

    def items(self) -> list["Entry"]:
        """The values of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.broken("chỗ này phải là một danh sách")
        return [Entry(self.path, node) for node in self.node.value]

    def text(self) -> str:
        """A single value as written."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.broken("chỗ này phải là một giá trị")
        return str(self.node.value).strip()

    def one_of(self, *words: str) -> str:
        """One of a closed list of words."""
        if self.text() not in words:
            raise self.broken(f"“{self.text()}” không dùng được; chọn {', '.join(words)}")
        return self.text()

    def day(self) -> date:
        """A date written YYYY-MM-DD that exists."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.broken(f"ngày “{self.text()}” không có thật hoặc chưa ghi theo mẫu 2026-11-24") from None

    def clock(self, written: str) -> time:
        """A time of day HH:MM, given as part of this value."""
        try:
            return time.fromisoformat(written.strip())
        except ValueError:
            raise self.broken(f"giờ “{written.strip()}” chưa ghi theo mẫu 07:00") from None


def read(path: Path) -> Entry:
    """The whole file as one entry; raises BrokenFile where it is absent, empty or no YAML."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError:
        raise BrokenFile(path, 1, "không đọc được tệp") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BrokenFile(path, mark.line + 1 if mark else 1, "tệp sai cú pháp YAML") from None
    if node is None:
        raise BrokenFile(path, 1, "tệp trống")
    return Entry(path, node)
