"""The local Neo4j: a real server that is downloaded, started and stopped by us.

Everything it owns lies in `settings.home / "server"`, everything it downloads in `settings.home / "cache"`.
"""

from __future__ import annotations

from allygraph.graph.server.backup import backup
from allygraph.graph.server.files import ServerFiles
from allygraph.graph.server.jars import Progress
from allygraph.graph.server.program import prepare_program
from allygraph.graph.server.restore import restore
from allygraph.graph.server.start import ensure_running
from allygraph.graph.server.status import ServerStatus, status
from allygraph.graph.server.stop import stop

__all__ = [
    "Progress",
    "ServerFiles",
    "ServerStatus",
    "backup",
    "ensure_running",
    "prepare_program",
    "restore",
    "status",
    "stop",
]
