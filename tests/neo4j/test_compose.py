"""The compose file says what the documentation promises of it, and Docker Compose reads it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
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


def compose() -> list[str]:
    """Docker Compose as this machine has it: the plugin, or the program of that name."""
    for words in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(words[0]) is None:
            continue
        if subprocess.run([*words, "version"], capture_output=True, check=False).returncode == 0:
            return words
    if os.environ.get("CI"):
        pytest.fail("CI is set and this machine lacks Docker Compose (Debian: docker-compose)")
    pytest.skip("this machine has no Docker Compose (Debian: docker-compose)")


def config(**given: str) -> subprocess.CompletedProcess[str]:
    """What ``docker compose config`` says, with these variables and none of the user's own."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NEO4J_PASSWORD", "CHRONICLES")}
    return subprocess.run(
        [*compose(), "-f", str(ROOT / "docker-compose.yml"), "config"],
        capture_output=True, text=True, check=False, cwd=ROOT, env={**kept, **given},
    )  # fmt: skip


def mounts(service: Mapping[str, Any]) -> dict[str, str]:
    """What is mounted where; older versions keep the short form, newer ones take it apart."""
    found = {}
    for volume in service["volumes"]:
        if isinstance(volume, str):
            source, target, *_ = volume.split(":")
            found[target] = source
        else:
            found[volume["target"]] = volume["source"]
    return found


def test_docker_compose_takes_the_file_and_fills_it_in() -> None:
    done = config(NEO4J_PASSWORD="only-for-tests", CHRONICLES="./docs")
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr.lower()
    services = yaml.safe_load(done.stdout)["services"]
    assert set(services) == {"neo4j", "load"}
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/only-for-tests"
    assert services["load"]["environment"]["NEO4J_PASSWORD"] == "only-for-tests"
    assert mounts(services["load"])["/chronicles"] == str(ROOT / "docs")
    assert mounts(services["load"])["/project"] == str(ROOT)


def test_docker_compose_says_what_is_missing_where_there_is_no_password() -> None:
    done = config()
    assert done.returncode != 0
    assert "set NEO4J_PASSWORD, at least eight characters" in done.stderr
