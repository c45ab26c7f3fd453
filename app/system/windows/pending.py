"""What is already known when it is asked for."""

from typing import Generic, TypeVar

from app.core.values import dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Known(Generic[_T]):
    """A `Pending` that is done from the start."""

    result: _T

    def is_done(self) -> bool:
        """Always."""
        return True

    def value(self) -> _T:
        """The result."""
        return self.result
