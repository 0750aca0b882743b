"""What cannot be read, in a sentence for the officer."""


class NotReadable(ValueError):
    """The file is refused; the sentence says why and what to do."""


class NoWords(NotReadable):
    """A sound scan that this server cannot recognise: the file can be kept, its facts are typed."""


class TakesLong(Exception):
    """The file must be converted or recognised first: work for the background, not for a page."""
