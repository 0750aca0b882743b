"""Look at a running number without taking it."""

from motcua.house.numbering.models import Counter


def peek(scope: str) -> int:
    """The number the scope would give now; another transaction may take it first."""
    last = Counter.objects.filter(scope=scope).values_list("last", flat=True).first()
    return (last or 0) + 1
