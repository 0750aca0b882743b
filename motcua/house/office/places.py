"""The office's own place in the officers' menu."""

from motcua.house.office import menu

menu.register(80, "Cơ quan, công chức", "office:units", right="office.manage")
