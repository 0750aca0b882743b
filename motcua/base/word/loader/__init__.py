"""Word files in: the numbers of automatic lists, the text of a body, the parts of the XML."""

from motcua.base.word.loader.body import Rows, Text, read
from motcua.base.word.loader.lists import Lists, Number
from motcua.base.word.loader.xml import OFF, W, is_on, parser, part_of, value

__all__ = ["OFF", "Lists", "Number", "Rows", "Text", "W", "is_on", "parser", "part_of", "read", "value"]
