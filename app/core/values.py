"""Frozen values: what `dataclasses.dataclass(frozen=True, slots=True)` makes, at a twelfth of the cost of import.

The rule: whoever uses such a class finds no difference. The standard library compiles six methods for each class when
it is imported (0.4 ms; a start has 150 of them before the list stands); here five are shared, and `__init__` is
compiled when the first value is made. Whatever else is asked for is left to the standard library.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass  # to a type checker it is the same
else:

    def dataclass(cls=None, /, **options):
        """As in the standard library."""
        if cls is None and options == {"frozen": True, "slots": True}:
            return _quick
        return dataclasses.dataclass(cls, **options)


_bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)
_PARAMETERS = "__dataclass_params__"


def _quick(cls: type) -> type:
    if hasattr(cls, "__dataclass_fields__") or hasattr(cls, "__post_init__"):
        return dataclasses.dataclass(frozen=True, slots=True)(cls)
    if not cls.__doc__:  # as in the bundle: the standard library would take the signature apart to make one up (15 KB)
        cls.__doc__ = cls.__name__
    own = {name for name, value in vars(cls).items() if not (name == "__hash__" and value is None)}
    made: Any = _bare(cls)
    told = getattr(made, _PARAMETERS)
    told.init = told.repr = told.eq = told.frozen = True
    for name, method in _methods(made).items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _methods(cls: Any) -> dict[str, Callable[..., Any]]:
    fields: dict[str, Field[Any]] = cls.__dataclass_fields__
    compared = _getter([name for name, field in fields.items() if field.compare])
    hashed = _getter([name for name, field in fields.items() if (field.compare if field.hash is None else field.hash)])

    def first(self: object, *values: object, **named: object) -> None:
        cls.__init__ = init = _compiled(cls, fields)
        init(self, *values, **named)

    def equal(self: object, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def number(self: object) -> int:
        return hash(hashed(self))

    return {"__init__": first, "__eq__": equal, "__hash__": number, **_SHARED}


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _compiled(cls: Any, fields: dict[str, Field[Any]]) -> Callable[..., None]:
    """The `__init__` of a class; it fills the slots by themselves, which `object.__setattr__` would look for first."""
    scope: dict[str, Any] = {"_missing": MISSING}
    given, lines = [], ["pass"]
    for name, field in fields.items():
        value = name
        if field.default is not MISSING:
            scope[f"_default_{name}"] = field.default
            given.append(f"{name}=_default_{name}")
        elif field.default_factory is not MISSING:
            scope[f"_make_{name}"] = field.default_factory
            given.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        else:
            given.append(name)
        scope[f"_set_{name}"] = vars(cls)[name].__set__
        lines.append(f"_set_{name}(self, {value})")
    exec(f"def __init__({', '.join(['self', *given])}):\n " + "\n ".join(lines), scope)  # noqa: S102 - our own fields
    init: Callable[..., None] = scope["__init__"]
    return init


def _shown(self: Any) -> str:
    shown = (name for name, field in self.__dataclass_fields__.items() if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _refuse_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """For `pickle` and `copy`, which cannot set what is frozen."""
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


_SHARED: dict[str, Callable[..., Any]] = {
    "__repr__": _shown,
    "__setattr__": _refuse_set,
    "__delattr__": _refuse_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
