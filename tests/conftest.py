"""Where the shared documents are, and what happens to a test that reads them if they are not.

They stand in ``shared/`` beside the checkout: real chronicles with gold files, which are no part of
the project. Without them such a test is skipped, and says so; under continuous integration the
whole session fails instead, so that a green run always means that they were read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def pytest_sessionstart(session: pytest.Session) -> None:
    if os.environ.get("CI") and not SHARED.is_dir():
        pytest.exit(f"CI is set and {SHARED.name}/ is not beside the checkout", returncode=4)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared documents; skips the test where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the shared documents are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as it is on this machine; the one of the whole session."""
    if not chromium.there():
        if os.environ.get("CI"):
            pytest.fail(f"CI is set and {chromium.MISSING}")
        pytest.skip(chromium.MISSING)
    with chromium.started() as found:
        yield found
