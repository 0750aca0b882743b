"""What goes wrong, in sentences for the reader."""


class NotThatWay(ValueError):
    """What was typed does not fit; the message is what the screen says."""


class ActNotOpen(NotThatWay):
    """The act is not open in this state."""
