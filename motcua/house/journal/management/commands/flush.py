"""`motcua flush`: Django's own, which would stumble over the journal's triggers.

Emptying a database empties its record too, so a person at the keyboard is refused; test runs, which say
`interactive=False`, get it with the triggers down and up again.
"""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.flush import Command as Flush
from django.db import connections

from motcua.house.journal import guards
from motcua.house.journal.models import Entry


class Command(Flush):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["interactive"]:
            raise CommandError("Nhật ký chỉ được ghi thêm, không được xóa: không làm rỗng cơ sở dữ liệu.")
        connection = connections[options["database"]]
        if Entry._meta.db_table not in connection.introspection.table_names():  # noqa: SLF001  Django's own
            super().handle(*args, **options)
            return
        guards.take_down(connection)
        try:
            super().handle(*args, **options)
        finally:
            guards.put_up(connection)
