// The error page: filters, and the sentence of the fact that was chosen. All text is in the page already.
(function () {
'use strict';

const form = document.getElementById('filters');
const pages = [...document.querySelectorAll('article')].map((node) => ({
  node,
  text: node.querySelector('.text'),
  pieces: [...node.querySelectorAll('.text > span')],
  facts: [...node.querySelectorAll('.fact')],
  groups: [...node.querySelectorAll('.group')],
}));
const pageOf = new Map(pages.flatMap((page) => page.facts.map((fact) => [fact, page])));
let chosen = null;

function range(fact) {
  return fact.dataset.from === undefined ? [0, 0] : [Number(fact.dataset.from), Number(fact.dataset.to)];
}

function isShown(fact) {
  return !fact.parentNode.hidden;
}

function passes(fact, wanted) {
  return fact.dataset.kinds.split(' ').some((kind) => wanted.kinds.has(kind))
    && (!wanted.relation || fact.dataset.relation === wanted.relation)
    && (!wanted.said || fact.dataset.said === wanted.said);
}

function counted(number, one, many) {
  return number.toLocaleString('en-GB') + ' ' + (number === 1 ? one : many);
}

function applyFilters() {
  const boxes = [...form.querySelectorAll('input[name=kind]')];
  const wanted = {
    kinds: new Set(boxes.filter((box) => box.checked).map((box) => box.value)),
    relation: form.elements.relation.value,
    said: form.elements.said ? form.elements.said.value : '',
  };
  const all = boxes.every((box) => box.checked) && !wanted.relation && !wanted.said;
  let facts = 0;
  let documents = 0;
  for (const page of pages) {
    for (const fact of page.facts) fact.parentNode.hidden = !passes(fact, wanted);
    const held = page.facts.filter(isShown).length;
    facts += held;
    page.node.hidden = !held && !all;
    documents += page.node.hidden ? 0 : 1;
    showGroups(page, all);
    underline(page);
  }
  if (chosen && !isShown(chosen)) choose(null);
  document.getElementById('shown').textContent =
    counted(facts, 'fact', 'facts') + ' in ' + counted(documents, 'document', 'documents')
    + (all ? '' : ' shown, of ' + pageOf.size.toLocaleString('en-GB'));
  document.getElementById('nothing').hidden = documents > 0;
}

// A folded group opens by itself when the filters leave nothing else in its document.
function showGroups(page, all) {
  for (const group of page.groups) {
    const held = [...group.querySelectorAll('.fact')].filter(isShown).length;
    group.hidden = !held;
    group.querySelector('.number').textContent = held;
  }
  const left = page.groups.filter((group) => !group.hidden);
  if (!all && left.length && left.every((group) => group.localName === 'details')) {
    for (const group of left) group.open = true;
  }
}

function underline(page) {
  for (const kind of ['missed', 'wrong']) {
    for (const piece of page.pieces) piece.classList.remove('has-' + kind);
    for (const fact of page.facts) {
      if (!isShown(fact) || !fact.dataset.kinds.split(' ').includes(kind)) continue;
      const [from, to] = range(fact);
      for (const piece of page.pieces.slice(from, to)) piece.classList.add('has-' + kind);
    }
  }
}

function choose(fact) {
  if (chosen) {
    chosen.removeAttribute('aria-current');
    for (const piece of pageOf.get(chosen).pieces) piece.classList.remove('chosen', 'subject', 'object');
  }
  chosen = fact;
  if (!fact) return;
  fact.setAttribute('aria-current', 'true');
  const page = pageOf.get(fact);
  const [from, to] = range(fact);
  for (const piece of page.pieces.slice(from, to)) piece.classList.add('chosen');
  for (const end of ['subject', 'object']) {
    for (const at of (fact.dataset[end] || '').split(' ').filter(Boolean)) page.pieces[Number(at)].classList.add(end);
  }
  if (to > from) bringIntoSight(page, page.pieces[from], page.pieces[to - 1]);
}

// First inside the text, which has a scroll bar of its own on a wide screen, then on the page.
function bringIntoSight(page, first, last) {
  const around = page.text.getBoundingClientRect();
  const top = first.getBoundingClientRect().top - around.top;
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  page.text.scrollTop += top - Math.max(8, (page.text.clientHeight - height) / 2);
  last.scrollIntoView({ block: 'nearest' });
  first.scrollIntoView({ block: 'nearest' });
}

function open(fact) {
  const group = fact.closest('details');
  if (group) group.open = true;
  choose(fact);
}

function chooseBeside(step) {
  const reachable = [...pageOf.keys()].filter((fact) => isShown(fact) && fact.offsetParent);
  const next = reachable[reachable.indexOf(document.activeElement) + step];
  if (!next) return;
  next.focus();
  choose(next);
}

function chooseAt(page, piece) {
  const at = page.pieces.indexOf(piece);
  const here = page.facts.filter((fact) => isShown(fact) && range(fact)[0] <= at && at < range(fact)[1]);
  const next = here[(here.indexOf(chosen) + 1) % here.length];
  if (!next) return;
  open(next);
  next.scrollIntoView({ block: 'nearest' });
}

form.addEventListener('input', applyFilters);
form.addEventListener('submit', (event) => event.preventDefault());
// The fields have their first values only after the event.
form.addEventListener('reset', () => setTimeout(applyFilters));
for (const fact of pageOf.keys()) fact.addEventListener('click', () => choose(fact));
for (const page of pages) {
  page.text.addEventListener('click', (event) => {
    if (window.getSelection().isCollapsed) chooseAt(page, event.target);
  });
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') choose(null);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !document.activeElement.classList.contains('fact')) return;
  event.preventDefault();
  chooseBeside(step);
});
applyFilters();
})();
