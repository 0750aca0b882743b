"""The format checker's place in the officers' menu."""

from motcua.house.office import menu

menu.register(41, "Kiểm tra thể thức văn bản", "formats:check")
