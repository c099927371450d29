#!/usr/bin/env python3
"""Prints the notices of what a release bundles: each jar's licences, and the texts that jars carry.

    release/notices.py SBOM FOLDER-OF-JARS

Fails if a jar is not in the SBOM, if the SBOM names no licence for it, or if it names a jar that is not
there: both tell the same, or neither is right.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

OURS = "io.assistantmcp"
TEXT = re.compile(r"(?:^|/)(?:LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)(?:\.[\w.-]+)?$", re.IGNORECASE)
LINE = "-" * 100
HEAD = """\
openai-assistant-mcp comes with the libraries below, unchanged, in the folder lib. Where several licences
are named, each of them is offered; a text follows for every library whose jar carries one.
"""


def licences(component):
    named = [choice.get("license", choice) for choice in component.get("licenses", [])]
    return [one.get("id") or one.get("name") or one["expression"] for one in named]


def page(component):
    references = {one["type"]: one["url"] for one in component.get("externalReferences", [])}
    return references.get("website") or references.get("vcs") or component["purl"]


def texts(jar):
    with zipfile.ZipFile(jar) as archive:
        for name in sorted(name for name in archive.namelist() if TEXT.search(name)):
            lines = archive.read(name).decode("utf-8").splitlines()
            yield "\n".join(line.rstrip() for line in lines).strip("\n")


def main(sbom, folder):
    components = json.loads(Path(sbom).read_text("utf-8"))["components"]
    foreign = {f"{one['name']}-{one['version']}.jar": one for one in components if one["group"] != OURS}
    ours = {f"{one['name']}-{one['version']}.jar" for one in components if one["group"] == OURS}
    jars = {jar.name: jar for jar in Path(folder).glob("*.jar")}
    wrong = sorted(jars.keys() ^ (foreign.keys() | ours))
    wrong += sorted(name for name, one in foreign.items() if not licences(one))
    if wrong:
        sys.exit(f"notices.py: in one of {sbom} and {folder} only, or without a licence: {', '.join(wrong)}")

    carriers = {}
    print(HEAD)
    for name, component in sorted(foreign.items()):
        print(f"{name}: {', '.join(licences(component))}\n  {page(component)}")
        for text in texts(jars[name]):
            carriers.setdefault(text, []).append(name)
    for text, names in sorted(carriers.items(), key=lambda entry: entry[1]):
        print(f"\n{LINE}\nIn {', '.join(dict.fromkeys(names))}:\n{LINE}\n\n{text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
