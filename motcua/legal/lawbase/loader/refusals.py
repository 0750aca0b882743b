"""What cannot be read, in a sentence for the officer."""


class NotReadable(ValueError):
    """The file is refused; the sentence says why and what to do."""
