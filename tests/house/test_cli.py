"""The console command sends each word to its command."""

import json

from motcua.cli import main
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase.tests import world


def test_cite_with_the_register_asks_the_register(db, tmp_path, capsys):
    world.document(SYSTEM, type="Bộ luật", number="91/2015/QH13", title="Bộ luật Dân sự", issuer="Quốc hội")
    path = tmp_path / "text.txt"
    path.write_text("Điều 5 BLDS", encoding="utf-8")

    main(["cite", str(path), "--register"])

    assert json.loads(capsys.readouterr().out)["register"] == "bo-luat-91-2015-qh13"
