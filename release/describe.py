#!/usr/bin/env python3
"""Fills in what only a release knows, and prints it as JSON.

    release/describe.py bundle VERSION PLATFORM        manifest.json of an MCPB bundle; what the server's
                                                       command "tools --json" prints comes on stdin
    release/describe.py entry VERSION OWNER/NAME BUNDLE...   server.json, the entry of the MCP Registry
"""

import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).parent


def template(name):
    return json.loads((HERE / name).read_text("utf-8"))


def bundle(version, platform):
    """PLATFORM is of an operating system and an architecture: linux-x64."""
    manifest = template("manifest.json")
    manifest["version"] = version
    manifest["compatibility"]["platforms"] = [platform.split("-")[0]]
    tools = json.load(sys.stdin)["tools"]
    manifest["tools"] = [{"name": tool["name"], "description": tool["description"]} for tool in tools]
    return manifest


def entry(version, repository, *bundles):
    owner = repository.split("/")[0]
    url = f"https://github.com/{repository}"
    server = template("server.json")
    image, of_bundle = server["packages"]
    # As the image's label says it; whatever names an image itself is in small letters.
    server["name"] = f"io.github.{owner}/{image['identifier']}"
    server["version"] = version
    server["repository"]["url"] = url
    image["identifier"] = f"ghcr.io/{owner.lower()}/{image['identifier']}:{version}"
    image["environmentVariables"] += of_bundle["environmentVariables"]
    server["packages"] = [image] + [
        {
            **of_bundle,
            "identifier": f"{url}/releases/download/v{version}/{Path(file).name}",
            "fileSha256": hashlib.sha256(Path(file).read_bytes()).hexdigest(),
        }
        for file in bundles
    ]
    return server


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    print(json.dumps({"bundle": bundle, "entry": entry}[what](*arguments), indent=2))
