// Filters: which facts are shown, by status, relation, date and grade.

function makeFilters(page, changed) {
  const form = byId('filters');
  addRelations(page);
  countStatuses(page);
  for (const row of byId('kinds').children) row.hidden = !page.ends.some((end) => end.kind === row.dataset.kind);
  const apply = () => {
    const wanted = readFilters(form);
    const facts = new Set();
    page.facts.forEach((fact, number) => { if (passes(fact, wanted)) facts.add(number); });
    const all = facts.size === page.facts.length;
    const nodes = new Set();
    page.ends.forEach((end, number) => { if (all) nodes.add(number); });
    for (const number of facts) nodes.add(page.facts[number].source).add(page.facts[number].target);
    const entities = [...nodes].filter((number) => number < page.nodes.length).length;
    byId('shown').textContent = all
      ? 'All ' + counted(page.facts.length, 'fact', 'facts') + ' shown'
      : facts.size.toLocaleString('en-GB') + ' of ' + counted(page.facts.length, 'fact', 'facts') + ', '
        + entities.toLocaleString('en-GB') + ' of ' + counted(page.nodes.length, 'entity', 'entities') + ' shown';
    changed({ facts, nodes });
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  const clear = () => {
    form.reset();
    apply();
  };
  byId('clear').addEventListener('click', clear);
  apply();
  return { clear };
}

function readFilters(form) {
  const boxes = (name) => [...form.querySelectorAll('input[name="' + name + '"]')];
  const off = (name) => new Set(boxes(name).filter((box) => !box.checked).map((box) => box.value));
  return {
    noStatus: off('status'),
    noRelation: off('relation'),
    from: form.elements.from.value,
    to: form.elements.to.value,
    undated: form.elements.undated.checked,
    grade: form.elements.grade.value,
  };
}

function passes(fact, wanted) {
  if (wanted.noStatus.has(fact.status) || wanted.noRelation.has(fact.relation)) return false;
  if (wanted.grade && !(fact.grade && fact.grade[0] >= 'A' && fact.grade[0] <= wanted.grade)) return false;
  if (!fact.since) return wanted.undated;
  // A date may be a year or a month: it passes when some day of it lies in the range.
  const earliest = (fact.since + '-01-01').slice(0, 10);
  const latest = fact.since + (fact.since.length === 4 ? '-12-31' : fact.since.length === 7 ? '-31' : '');
  return !(wanted.from && latest < wanted.from) && !(wanted.to && earliest > wanted.to);
}

function addRelations(page) {
  const counts = new Map();
  for (const fact of page.facts) counts.set(fact.relation, (counts.get(fact.relation) || 0) + 1);
  const rows = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  byId('relations').append(...rows.map(([relation, count]) => el('label', { class: 'row' },
    el('input', { type: 'checkbox', name: 'relation', value: relation, checked: true }),
    el('span', { class: 'what' }, relation),
    el('span', { class: 'count' }, String(count)))));
}

function countStatuses(page) {
  for (const row of document.querySelectorAll('label.status')) {
    const count = page.facts.filter((fact) => fact.status === row.dataset.status).length;
    row.querySelector('.count').textContent = String(count);
    row.hidden = !count;
  }
}
