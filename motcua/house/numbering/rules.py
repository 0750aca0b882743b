"""What a running number refuses."""

LONGEST_SCOPE = 200


class OutsideTransaction(RuntimeError):
    """A number was asked for where no transaction could give it back."""


class AlreadyGiven(ValueError):
    """The book has gone past the number it was to start at."""

    def __init__(self, scope: str, value: int, last: int) -> None:
        """`last` is the last number the scope has given."""
        super().__init__(f"Sổ {scope} đã cấp đến số {last}, không thể bắt đầu lại từ số {value}.")
        self.scope, self.value, self.last = scope, value, last
