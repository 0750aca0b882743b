"""The `motcua` command: everything an administrator needs, one word each."""

import os
import sys

HELP = """motcua: một cửa tư pháp

  motcua run            chạy hệ thống (web và tiến trình nền)
  motcua migrate        tạo, nâng cấp cơ sở dữ liệu
  motcua demo           nạp cơ quan thử nghiệm
  motcua createofficer  thêm một công chức
  motcua backup FILE    sao lưu dữ liệu và tệp; motcua restore FILE để khôi phục
  motcua check-law      kiểm tra tệp luật (law/, office/)
  motcua import-law     nhập văn bản pháp luật từ tệp hoặc thư mục
  motcua deadline       tính ngày hẹn trả kèm giải thích từng ngày
  motcua check-format   kiểm tra thể thức văn bản Word, PDF (--fix: sửa phần trình bày)
  motcua fees           tính phí, lệ phí
  motcua cite TỆP       tìm viện dẫn văn bản, mỗi viện dẫn một dòng JSON
  motcua verify-journal kiểm tra nhật ký có bị sửa không
  motcua worker         chỉ chạy tiến trình nền

  motcua LỆNH --help    cách dùng từng lệnh
"""


def main(arguments: list[str] | None = None) -> None:
    """Run one command; `check-law` and `check_law` are the same."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"help", "-h", "--help"}:
        sys.stdout.write(HELP)
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.settings")
    if words[0] == "cite" and "--register" in words:
        words = ["cite_register", *(word for word in words[1:] if word != "--register")]
    elif words[0] == "cite":
        _cite(words)
        return
    from django.core.management import execute_from_command_line  # noqa: PLC0415  Django reads settings on import

    execute_from_command_line(["motcua", words[0].replace("-", "_"), *words[1:]])


def _cite(words: list[str]) -> None:
    """`cite` reads text and law files only: without the apps and their models it answers in half the time."""
    from motcua.legal.citations.management.commands.cite import Command  # noqa: PLC0415  settings are named first

    Command().run_from_argv(["motcua", *words])


if __name__ == "__main__":
    main()
