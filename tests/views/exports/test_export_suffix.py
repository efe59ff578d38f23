"""The format follows the suffix."""

from __future__ import annotations

import subprocess
import sys

import pytest

from allygraph.graph.errors import InputError
from allygraph.views.exports import SUFFIXES, export
from tests.views.networks import small_network


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_writes_a_file(suffix, tmp_path):
    """Each format of the table can hold the small network, whatever the case of its suffix."""
    path = export(small_network(), str(tmp_path / f"network{suffix.upper()}"))
    assert path.stat().st_size > 1000


@pytest.mark.parametrize(("name", "found"), [("a.docm", "'.docm'"), ("a", "no suffix")])
def test_unknown_suffix_says_what_is_possible(name, found, tmp_path):
    """The error names what was found and lists the formats."""
    with pytest.raises(InputError) as caught:
        export(small_network(), tmp_path / name)
    assert found in str(caught.value)
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


def test_missing_folder_is_named(tmp_path):
    """Nothing is created on the way."""
    with pytest.raises(InputError, match="not there"):
        export(small_network(), tmp_path / "none" / "a.ttl")


def test_rdflib_is_imported_only_when_it_is_needed():
    """Importing the package leaves it alone: it takes longer than most exports."""
    code = "import sys, allygraph.views.exports; print('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
