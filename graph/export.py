"""A stored graph in an exchange format, to a file, a folder or standard output."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from graph.build import made
from graph.stores import graphs, neo4j_admin, rdf, tabular
from graph.stores.rdf.syntax import checked_base
from graph.stores.store import StoreError
from graph.tables import Tables
from graph.targets import store_of

_FOLDERS = ("csv", "parquet", "neo4j-admin")
_WRITERS: Mapping[str, Callable[[Any, Path], Any]] = {
    **{form: partial(rdf.write, form=form) for form in rdf.FORMATS},
    "graphml": graphs.write_graphml,
    "gexf": graphs.write_gexf,
    "csv": tabular.write_csv,
    "parquet": tabular.write_parquet,
    "neo4j-admin": neo4j_admin.write,
}
FORMATS = tuple(_WRITERS)


def export(target: str, form: str, path: str | None, base: str | None = None) -> None:
    """Write the graph of a target as one of FORMATS; raises KeyError for another.

    ``path`` is a file, or a folder for csv, parquet and neo4j-admin; None is standard output.
    The target may be a folder that the format parquet has written: linked data is made from there
    in memory that does not grow with the graph. ``base`` opens the IRIs of a format of linked data;
    no other format takes one. Raises StoreError where there is no graph, where it cannot be
    written, and where a folder must be named.
    """
    if path is None and form in _FOLDERS:
        raise StoreError(f"{form} is a folder of files: name it with -o FOLDER.")
    write = _writer(form, base)
    tables = _from_parquet(Path(target), form) or stored_tables(target)
    if path is None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / form
            write(tables, file)
            with file.open("rb") as source:
                shutil.copyfileobj(source, sys.stdout.buffer)
        return
    try:
        write(tables, Path(path))
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror}); name another.") from error


def _writer(form: str, base: str | None) -> Callable[[Any, Path], Any]:
    if base is None:
        return _WRITERS[form]
    if form not in rdf.FORMATS:
        raise StoreError(f"{form} has no IRIs: --base-iri goes with {', '.join(rdf.FORMATS)}.")
    try:
        return partial(rdf.write, form=form, base=checked_base(base))
    except ValueError as error:
        raise StoreError(f"--base-iri: {error}.") from error


def _from_parquet(folder: Path, form: str) -> Path | None:
    """The folder itself, where linked data can be made from it; None for another target."""
    if not folder.is_dir():
        return None
    if not (folder / "Entry.parquet").is_file():
        raise StoreError(f"{folder}: this folder holds no graph; make one with --format parquet.")
    if form not in rdf.FORMATS:
        raise StoreError(
            f"{folder}: from a folder of Parquet files only {', '.join(rdf.FORMATS)} are made; "
            "name the graph that it was made from."
        )
    return folder


def stored_tables(target: str) -> Tables:
    """The tables of a stored graph, as it was built; raises StoreError where nothing is there."""
    inputs = store_of(target).load_inputs(target)
    if not inputs.records:
        raise StoreError(f"{target}: there is no graph; make one with graph build.")
    return made(inputs)
