"""The routes of the interface, one module per thing that is asked for."""

from allygraph.web.routes import asking, documents, entities, evidence, networks, paths, searching, state, times

__all__ = ["ROUTERS"]

ROUTERS = tuple(
    module.router for module in (searching, entities, networks, evidence, documents, paths, asking, times, state)
)
