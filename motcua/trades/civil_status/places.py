"""The registers' place in the officers' menu."""

from motcua.house.office import menu

menu.register(20, "Sổ hộ tịch", "civil_status:books", right="register.read")
