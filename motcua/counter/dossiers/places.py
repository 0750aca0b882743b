"""The counter's place in the officers' menu."""

from motcua.house.office import menu

menu.register(10, "Hồ sơ một cửa", "dossiers:home", right="dossier.read")
