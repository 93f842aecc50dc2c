"""The compose file says what the documentation promises of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.neo4j.graphs import ROOT

TEXT = (ROOT / "docker-compose.yml").read_text("utf-8")


@pytest.fixture
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(TEXT)["services"]
    return found


def test_the_image_is_the_release_that_the_tests_run(services: dict[str, Any]) -> None:
    pom = (ROOT / "tests" / "neo4j" / "releases" / "lts.xml").read_text("utf-8")
    (version,) = re.findall(r"<neo4j.version>(.*)</neo4j.version>", pom)
    assert services["neo4j"]["image"] == f"neo4j:{version}-community"


def test_every_port_is_open_to_this_machine_alone(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_the_environment_alone(services: dict[str, Any]) -> None:
    for service in services.values():
        given = [v for k, v in service["environment"].items() if "AUTH" in k or "PASSWORD" in k]
        assert given
        assert all("${NEO4J_PASSWORD:?" in value for value in given)
    assert "--password" not in TEXT


def test_the_load_waits_until_the_server_is_healthy(services: dict[str, Any]) -> None:
    assert services["neo4j"]["healthcheck"]["test"]
    assert services["load"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["load"]["restart"] == "no"
