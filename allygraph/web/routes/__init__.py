"""The routes of the interface, one module per thing that is asked for."""

from allygraph.web.routes import (
    asking,
    communities,
    documents,
    entities,
    evidence,
    handover,
    judging,
    loads,
    networks,
    paths,
    reviewing,
    saved_views,
    searching,
    state,
    times,
    vocabulary,
)

__all__ = ["ROUTERS"]

ROUTERS = (
    *(
        module.router
        for module in (
            searching,
            entities,
            networks,
            communities,
            evidence,
            documents,
            paths,
            asking,
            times,
            loads,
            handover,
            state,
            vocabulary,
        )
    ),
    reviewing.reading,
    reviewing.writing,
    judging.reading,
    judging.writing,
    saved_views.reading,
    saved_views.writing,
)
