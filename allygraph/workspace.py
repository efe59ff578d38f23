"""An open graph and everything one does with it: the verbs of the command line, for programs and notebooks.

import allygraph

with allygraph.connect() as graph:
    graph.load("newsletters/")
    graph.query("alliances_of", organisation="C2CX").to_frame()
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self
from urllib.parse import quote

from allygraph.graph.errors import InputError, UnknownName
from allygraph.graph.model import Judgement, LoadResult, Review, Skipped
from allygraph.graph.server import Progress, ensure_running
from allygraph.graph.settings import Address, Settings
from allygraph.graph.store import Store, apply_schema, read_only
from allygraph.graph.store.connection import PATIENCE
from allygraph.graph.store.documents import live_versions
from allygraph.graph.store.projecting import Changes, rebuild_facts
from allygraph.loaders import judging, previews
from allygraph.loaders.documents import ReadDocument, read_inputs
from allygraph.loaders.extraction import DEFAULT_ENGINE, Engine
from allygraph.loaders.load import Progress as LoadProgress
from allygraph.loaders.load import load as load_documents
from allygraph.loaders.previews import MergePreview, SplitPreview
from allygraph.queries.answer import Answer
from allygraph.queries.catalogue import ask
from allygraph.queries.entities import resolve_entities, resolve_entity
from allygraph.queries.network import read_network
from allygraph.queries.question import Column
from allygraph.queries.records import PAGE_LIMIT, Network
from allygraph.reviews import Reviews
from allygraph.saved_views import SavedViews

if TYPE_CHECKING:
    import networkx as nx

    from allygraph.loaders.evaluation import ComparedFact, Evaluation, JudgedDocument
    from allygraph.views.evaluation import ErrorDocument
    from allygraph.views.report import Report

#: What draws a graph page.
Renderer = Literal["pyvis", "explorer"]


@dataclass(frozen=True, slots=True)
class Page:
    """A graph page: shown by a notebook as it is, or saved."""

    network: Network
    title: str
    renderer: Renderer | None = None

    @property
    def html(self) -> str:
        """The whole page, one self-contained HTML document."""
        from allygraph.views.page import graph_page
        from allygraph.views.standalone import standalone_page

        # Beyond that pyvis takes minutes, and its names cover one another.
        small = len(self.network.nodes) <= PAGE_LIMIT
        drawn = graph_page if (self.renderer or ("pyvis" if small else "explorer")) == "pyvis" else standalone_page
        return drawn(self.network, title=self.title)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the page and gives its path; raises InputError where that cannot be, or the suffix is not .html."""
        if Path(path).suffix.lower() not in (".html", ".htm"):
            raise InputError(str(path), f"A graph page cannot be written as '{Path(path).suffix}'.", "Use .html.")
        return _write(Path(path), self.html)

    def _repr_html_(self) -> str:
        from allygraph.views.page import inline_page

        return inline_page(self.html)


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open graph. Use as a context manager, or call `close`."""

    store: Store

    def load(
        self,
        *paths: str | os.PathLike[str],
        engine: str | Engine = DEFAULT_ENGINE,
        progress: LoadProgress | None = None,
    ) -> LoadResult:
        """Loads files, folders, addresses; what cannot be loaded is in `skipped`, with the reason."""
        return self.load_read(read_inputs(paths), engine=engine, progress=progress)

    def load_read(
        self,
        inputs: Iterable[ReadDocument | Skipped],
        *,
        engine: str | Engine = DEFAULT_ENGINE,
        progress: LoadProgress | None = None,
    ) -> LoadResult:
        """Loads documents that were read before."""
        return load_documents(self.store, inputs, engine=engine, progress=progress)

    def query(self, name: str, /, **parameters: object) -> Answer:
        """Asks a named question; `allygraph.questions()` lists them."""
        return ask(self.store, name, **parameters)

    def cypher(self, statement: str, /, *, write: bool = False, **parameters: object) -> Answer:
        """Runs Cypher; without `write`, raises NotReadOnly for what could do more than read the graph."""
        run = (
            self.store.values(statement, parameters, write=True)
            if write
            else read_only(self.store, statement, parameters)
        )
        columns, rows = run
        values = tuple(tuple(row[name] for name in columns) for row in rows)
        return Answer("cypher", statement, tuple(Column(name, "any") for name in columns), values)

    def network(self, *names: str, depth: int = 1, as_of: str | date | None = None, limit: int = PAGE_LIMIT) -> Network:
        """The whole graph, or what lies within `depth` facts of some entities (names or ids), as records."""
        ids = resolve_entities(self.store, names)
        return read_network(self.store, ids, depth=depth, as_of=str(as_of) if as_of else None, limit=limit)

    def graph(self, *names: str, depth: int = 1, as_of: str | date | None = None) -> nx.MultiDiGraph[str]:
        """The same as a networkx graph."""
        from allygraph.queries.measures import to_networkx

        return to_networkx(self.network(*names, depth=depth, as_of=as_of, limit=1_000_000))

    def view(
        self,
        *names: str,
        depth: int = 1,
        as_of: str | date | None = None,
        limit: int = PAGE_LIMIT,
        title: str | None = None,
        renderer: Renderer | None = None,
    ) -> Page:
        """A graph page, whole or around entities; without `renderer`, pyvis draws up to 1,000 entities."""
        network = self.network(*names, depth=depth, as_of=as_of, limit=limit)
        return Page(network, title or _title("Network", names), renderer)

    def report(
        self,
        *names: str,
        depth: int = 1,
        as_of: str | date | None = None,
        title: str | None = None,
        today: date | None = None,
    ) -> Report:
        """A network report, whole or around entities; `today` is the date it bears."""
        from allygraph.queries.measures import brokers
        from allygraph.views.report import network_report

        network = self.network(*names, depth=depth, as_of=as_of)
        heading = title or _title("Network report", names)
        return network_report(network, title=heading, today=today or date.today(), brokers=brokers(network))

    def export(
        self, path: str | os.PathLike[str], *names: str, depth: int = 1, as_of: str | date | None = None
    ) -> Path:
        """Writes the graph, or a part of it, in the format that the suffix of the path names."""
        from allygraph.views.exports import export

        Path(path).parent.mkdir(parents=True, exist_ok=True)
        export(self.network(*names, depth=depth, as_of=as_of, limit=1_000_000), Path(path))
        return Path(path)

    @property
    def author(self) -> str:
        """Who signs judgements and decisions where nobody is named: the user of this machine."""
        return getpass.getuser()

    def merge(self, left: str, right: str, *, author: str | None = None, reason: str = "") -> Judgement:
        """Judges two entities (names or ids) the same; the right one becomes part of the left."""
        ids = (resolve_entity(self.store, left), resolve_entity(self.store, right))
        return judging.merge(self.store, *ids, author=author or self.author, reason=reason)

    def split(
        self,
        entity: str,
        *names: str,
        document: str | None = None,
        author: str | None = None,
        reason: str = "",
    ) -> tuple[Judgement, ...]:
        """Judges that some names of an entity, or its names in one document, are another entity."""
        series = self.documents(document)[0] if document else None
        identifier = resolve_entity(self.store, entity)
        who = author or self.author
        return judging.split(self.store, identifier, names, document=series, author=who, reason=reason)

    def preview_merge(self, left: str, right: str) -> MergePreview:
        """What a merge of two entities (names or ids) would change; nothing is written."""
        ids = (resolve_entity(self.store, left), resolve_entity(self.store, right))
        return previews.preview_merge(self.store, *ids)

    def preview_split(self, entity: str, *names: str, document: str | None = None) -> SplitPreview:
        """What a split would change; nothing is written."""
        series = self.documents(document)[0] if document else None
        return previews.preview_split(self.store, resolve_entity(self.store, entity), names, document=series)

    def undo(self, judgement: str) -> Judgement:
        """Ends a judgement (id) and what followed from it."""
        return judging.undo(self.store, judgement)

    @property
    def reviews(self) -> Reviews:
        """The review of claims."""
        return Reviews(self)

    @property
    def saved_views(self) -> SavedViews:
        """The views that analysts keep."""
        return SavedViews(self)

    def review(self, claim: str, verdict: Review, *, author: str | None = None, reason: str = "") -> None:
        """Accepts or rejects a claim (id)."""
        Reviews(self, author).decide(claim, verdict, reason=reason)

    def withdraw(self, *documents: str, reason: str = "") -> int:
        """Takes documents (ids, titles, paths, addresses) out of the facts; gives the number of claims that leave."""
        series = [one for document in documents for one in self.documents(document)]
        return judging.withdraw(self.store, series, reason=reason or "no reason given")

    def documents(self, text: str) -> list[str]:
        """The series of the live documents that a text names: id, title, address, path of a file or a folder."""
        live = self.store.in_read(live_versions)
        uri = Path(text).absolute().as_uri()
        found = [
            version.series
            for version in live
            if text in (version.id, version.series, version.title, version.uri)
            or version.uri == uri
            or (version.uri or "").startswith(uri + "/")
            or (version.uri or "").rpartition("/")[2] == quote(text)
        ]
        if not found:
            nearest = tuple(get_close_matches(text, [version.title for version in live], n=3, cutoff=0.3))
            raise UnknownName("live document", text, nearest, "'allygraph query documents' lists them.")
        return found

    def rebuild(self) -> Changes:
        """Derives all facts and alliances anew from the live claims."""
        return self.store.in_write(rebuild_facts)

    def close(self) -> None:
        """Closes the connection; the local server keeps running."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(
    address: Address | None = None,
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
    patience: float = PATIENCE,
) -> Workspace:
    """Opens the graph: at `address`, at NEO4J_URI, or on the local server, which is fetched and started if need be.

    Work that fails because the server is busy or gone is tried again for `patience` seconds.
    """
    chosen = settings or Settings.from_environment()
    store = Store.connect(address or chosen.remote or ensure_running(chosen, progress), patience=patience)
    try:
        apply_schema(store)
    except BaseException:
        store.close()
        raise
    return Workspace(store)


def save_report(report: Report, path: str | os.PathLike[str]) -> Path:
    """Writes a report as HTML or Markdown, by suffix."""
    from allygraph.views.report import report_html, report_markdown

    writers = {".html": report_html, ".htm": report_html, ".md": report_markdown, ".markdown": report_markdown}
    target = Path(path)
    writer = writers.get(target.suffix.lower())
    if writer is None:
        raise InputError(str(path), f"A report cannot be written as '{target.suffix}'.", "Use .html or .md.")
    return _write(target, writer(report))


def save_errors(evaluation: Evaluation, path: str | os.PathLike[str]) -> Path:
    """Writes the error page of an evaluation: each text with its missed, wrong and right facts. No graph is needed."""
    from allygraph.loaders.evaluation import compared_facts, gold_texts
    from allygraph.views.evaluation import RunFigures, error_page

    if Path(path).suffix.lower() not in (".html", ".htm"):
        raise InputError(str(path), f"An error page cannot be written as '{Path(path).suffix}'.", "Use .html.")
    texts = gold_texts(evaluation.gold)
    judged = zip(*(run.documents for run in evaluation.runs), strict=True)
    documents = [
        _error_document(of_runs, facts, texts.get(of_runs[0].name))
        for of_runs, facts in zip(judged, compared_facts(evaluation.runs), strict=True)
    ]
    ratios = [(run.name, run.score.entities, run.score.facts) for run in evaluation.runs]
    figures = [
        RunFigures(name, *((ratio.precision, ratio.recall, ratio.f1) for ratio in (entities, facts)))
        for name, entities, facts in ratios
    ]
    names = " and ".join(run.name for run in evaluation.runs)
    title = f"{evaluation.gold.absolute().name}: what {names} found and missed"
    return _write(Path(path), error_page(documents, figures, title=title))


def _error_document(judged: Sequence[JudgedDocument], facts: Iterable[ComparedFact], text: str | None) -> ErrorDocument:
    from allygraph.views.evaluation import ErrorDocument, ErrorFact, ErrorVerdict

    shown = []
    for fact in facts:
        known = [(document, each) for document, each in zip(judged, fact.judged, strict=True) if each]
        document, first = known[0]
        verdicts = tuple(ErrorVerdict(one.verdict, one.said, one.remark) if one else None for one in fact.judged)
        shown.append(ErrorFact(first.gold or first.said or {}, *document.ends(first), verdicts=verdicts))
    return ErrorDocument(
        judged[0].name,
        judged[0].gold,
        text,
        tuple(shown),
        missed=tuple(document.missed_entities for document in judged),
        wrong=tuple(document.wrong_entities for document in judged),
    )


def _write(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"{path} cannot be written ({error.strerror}).", "Choose another place.") from error
    return path


def _title(what: str, names: Iterable[str]) -> str:
    listed = ", ".join(names)
    return f"{what}: {listed}" if listed else what
