"""One headless Chromium for everything that looks at a page: the explorer and Neo4j's Browser.

Playwright can be started once in a process, so it is started here and nowhere else; tests take
the fixture ``browser`` of tests/conftest.py, and each opens a context of its own in it.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MISSING = "Chromium (Debian: chromium) or the Python package playwright is missing"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def there() -> bool:
    """Whether there is a browser, and what drives it."""
    return _program() is not None and importlib.util.find_spec("playwright") is not None


@contextmanager
def started() -> Iterator[Browser]:
    """A headless Chromium, the system's own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_program(), args=list(_FLAGS))
        yield browser
        browser.close()


def _program() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)
