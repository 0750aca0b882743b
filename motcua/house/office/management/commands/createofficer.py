"""`motcua createofficer`: take on an officer from the command line, for instance the first administrator."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.vn.rules import NotAName
from motcua.base.worktime import clock
from motcua.house.accounts.acts import LoginTaken, one_time_password
from motcua.house.office import acts
from motcua.house.office.models import Post
from motcua.house.office.rules import SYSTEM, NotThatWay

AFTER = """Đã thêm {name} ({code}): {post}.
Tên đăng nhập:     {login}
Mật khẩu một lần:  {password}

Lần đầu đăng nhập: đổi mật khẩu, rồi cài ứng dụng xác thực (TOTP) trên điện thoại và quét mã QR; cất các mã khôi phục.
"""


class Command(BaseCommand):
    help = "Thêm một công chức; in mật khẩu một lần."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--code", required=True, help="mã công chức")
        parser.add_argument("--name", required=True, help="họ và tên")
        parser.add_argument("--unit", required=True, help="mã đơn vị, ví dụ TK-TP")
        parser.add_argument("--post", required=True, help="mã vị trí trong đơn vị, ví dụ CV (office/posts.yaml)")
        parser.add_argument("--login", help="tên đăng nhập (mặc định: mã công chức)")
        parser.add_argument("--email", default="", help="e-mail công vụ")
        parser.add_argument("--personal-number", default="", help="số định danh cá nhân, để không xử lý hồ sơ của mình")
        parser.add_argument("--from", dest="from_on", type=date.fromisoformat, help="từ ngày, ví dụ 2024-11-05")

    def handle(self, *args: Any, **options: Any) -> None:
        post = Post.objects.select_related("unit", "scope").filter(code=f"{options['unit']}.{options['post']}").first()
        if post is None:
            raise CommandError(f"Không có vị trí {options['post']} ở {options['unit']}. Chạy motcua load-office trước.")
        password = one_time_password()
        at = clock.now()
        try:
            officer = acts.create_officer(
                code=options["code"],
                name=options["name"],
                login=options["login"] or options["code"],
                email=options["email"],
                personal_number=options["personal_number"],
                password=password,
                post=post,
                from_on=options["from_on"] or at.date(),
                by=SYSTEM,
                at=at,
            )
        except (NotThatWay, LoginTaken, NotAName) as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            AFTER.format(
                name=officer.name,
                code=officer.code,
                post=f"{post.title}, {post.unit.name}",
                login=officer.account.login,
                password=password,
            )
        )
