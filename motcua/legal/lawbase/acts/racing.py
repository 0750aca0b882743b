"""Two officers at once: the later one's act is done anew, so that its own check finds what the other wrote."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction

P = ParamSpec("P")
R = TypeVar("R")


def anew_when_raced(act: Callable[P, R]) -> Callable[P, R]:
    """Run the act in one transaction; where a row written meanwhile stands in its way, once more from the start.

    What the act refuses then («Sổ đã có …») says what is there; nothing of the first try is kept.
    """

    @wraps(act)
    def run(*args: P.args, **values: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return act(*args, **values)
        except IntegrityError:
            with transaction.atomic():
                return act(*args, **values)

    return run
