"""The certification books' place in the officers' menu."""

from motcua.house.office import menu

menu.register(21, "Sổ chứng thực", "certification:books", right="register.read")
