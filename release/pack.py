#!/usr/bin/env python3
"""Packs a folder into archives, by their names as .tar.gz or as a zip of any other name.

    release/pack.py TIME FOLDER PREFIX ARCHIVE...

PREFIX goes before all paths in the archive, such as "name-1.0/"; it may be empty. The same files give
the same bytes: they are in the order of their paths, all of TIME (ISO 8601, at the earliest 1980) and
of nobody, and either 0755 or 0644. Links are packed as what they lead to.
"""

import gzip
import io
import stat
import sys
import tarfile
import zipfile
from datetime import datetime, timezone
from pathlib import Path


def tar_gz(archive, files, time):
    with open(archive, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for name, content, mode in files:
                entry = tarfile.TarInfo(name)
                entry.size, entry.mode, entry.mtime = len(content), mode, int(time.timestamp())
                tar.addfile(entry, io.BytesIO(content))


def zip_of_any_name(archive, files, time):
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content, mode in files:
            entry = zipfile.ZipInfo(name, time.timetuple()[:6])
            entry.create_system = 3  # Unix, so that modes are read.
            entry.external_attr = (stat.S_IFREG | mode) << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def read(folder, prefix):
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        executable = path.stat().st_mode & stat.S_IXUSR
        name = prefix + path.relative_to(folder).as_posix()
        yield name, path.read_bytes(), 0o755 if executable else 0o644


def main(time, folder, prefix, *archives):
    time = datetime.fromisoformat(time).astimezone(timezone.utc)
    for archive in archives:
        pack = tar_gz if archive.endswith(".tar.gz") else zip_of_any_name
        pack(archive, read(Path(folder), prefix), time)


if __name__ == "__main__":
    main(*sys.argv[1:])
