"""What a user knows of a source and its text does not say: options, and ``NAME.meta.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

SUFFIX = ".meta.json"


@dataclass(frozen=True, slots=True)
class Hints:
    """What the options of a command say of every source: ``--place``, ``--year``, ``--month``."""

    place: str | None = None
    year: int | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is known of one source: its place (full name), year, month (1 to 12), title, address."""

    place: str | None = None
    year: int | None = None
    month: int | None = None
    title: str | None = None
    url: str | None = None

    def under(self, hints: Hints) -> Sidecar:
        """The same with the user's options in place of its own values, where they are given."""
        return Sidecar(
            hints.place if hints.place is not None else self.place,
            hints.year if hints.year is not None else self.year,
            hints.month if hints.month is not None else self.month,
            self.title,
            self.url,
        )


class BadSidecar(ValueError):
    """A sidecar that cannot be used: ``problem`` says why, ``remedy`` what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy = problem, remedy


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a source stands: ``a/b.txt`` has ``a/b.meta.json``."""
    return path.with_name(path.stem + SUFFIX)


def _value(name: str, value: Any) -> str | int | None:
    """One value of a sidecar, checked; raises BadSidecar."""
    if value is None:
        return None
    if name in ("year", "month"):
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadSidecar(f"its {name} is {value!r}, not a whole number", f'write "{name}": 7')
        low, high = (1, 12) if name == "month" else (1, 9999)
        if not low <= value <= high:
            raise BadSidecar(f"its {name} is {value}", f"give one from {low} to {high}")
        return value
    if not isinstance(value, str):
        raise BadSidecar(f"its {name} is {value!r}, not a string", "put it in double quotes")
    return value.strip() or None


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar at this path; an empty one where there is none.

    Raises BadSidecar where it cannot be read, is not a JSON object, or holds a value of the wrong
    kind; keys that it does not know are left alone.
    """
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return Sidecar()
    except OSError as error:
        raise BadSidecar(f"it cannot be read ({error.strerror})", "check its rights") from error
    except UnicodeDecodeError as error:
        raise BadSidecar("it is not UTF-8", "save it as UTF-8") from error
    except json.JSONDecodeError as error:
        problem = f"it is not JSON (line {error.lineno}: {error.msg})"
        raise BadSidecar(problem, 'write it as {"place": "…", "year": 2024}') from error
    if not isinstance(data, dict):
        raise BadSidecar("it is not a JSON object", 'write it as {"place": "…", "year": 2024}')
    known = {field.name for field in fields(Sidecar)}
    return Sidecar(**{name: _value(name, data[name]) for name in known & set(data)})  # type: ignore[arg-type]
