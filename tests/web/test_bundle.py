"""The pages that are kept in the package are what their sources build, and the wheel takes them along."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.web.node_modules import SOURCES, ran

ROOT = Path(__file__).parents[2]
#: Where the build puts the explorer's page, and the one that stands alone.
BUILT = ("allygraph/web/page", "allygraph/views/standalone/bundle")


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path below it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(root: Path) -> dict[str, bytes]:
    """Every file that the build makes, by its path."""
    return {f"{folder}/{name}": data for folder in BUILT for name, data in content(root / folder).items()}


def test_pages_are_what_their_sources_build(tmp_path: Path, packages: Path) -> None:
    """To the byte, in another folder; otherwise `make explorer` was forgotten after a change."""
    there = tmp_path / "views" / "explorer"
    shutil.copytree(SOURCES, there, ignore=shutil.ignore_patterns("node_modules"))
    (there / "node_modules").symlink_to(packages)
    ran(["npm", "run", "build"], there)
    fresh, kept = built(tmp_path), built(ROOT)
    assert sorted(fresh) == sorted(kept)
    assert [name for name in kept if fresh[name] != kept[name]] == []


def test_wheel_holds_the_pages(tmp_path: Path) -> None:
    """So that whoever installs Allygraph needs no Node."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        tmp_path,
        ROOT,
    ]
    subprocess.run(command, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with ZipFile(wheel) as opened:
        below = tuple(f"{folder}/" for folder in BUILT)
        held = {name: opened.read(name) for name in opened.namelist() if name.startswith(below)}
    assert held == built(ROOT)
