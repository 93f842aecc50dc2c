"""The same places elsewhere, where a table carries the link; nothing is matched while exporting."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=1)
def geonames() -> Mapping[str, str]:
    """GeoNames ids by division code; ``geonames.csv`` says where they are from."""
    text = files("graph.stores.rdf").joinpath("geonames.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return MappingProxyType({row["adcode"]: row["geonames"] for row in csv.DictReader(lines)})
