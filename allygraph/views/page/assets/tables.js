// The same graph as tables: the way to every fact without a mouse or without sight.

function makeTables(page, choose) {
  const factRows = page.facts.map((fact) => [
    link(statement(page, fact), () => choose('fact', fact.id)),
    [fact.statusWords, fact.conflict ? ', disputed' : ''].join(''),
    fact.period || '',
    fact.amount ? said(fact.amount) : '',
    fact.grade ? said(fact.grade) : '',
    fact.support,
    fact.reported || '',
  ]);
  const nodeRows = page.nodes.map((node, number) => [
    link(said(page.ends[number].name), () => choose('entity', page.ends[number].id)),
    page.ends[number].kind,
    node.aliases.length ? said(node.aliases.join(', ')) : '',
    String(node.facts),
  ]);
  const allianceRows = page.alliances.map((alliance) => [
    link(said(alliance.title), () => choose('alliance', alliance.id)),
    said(alliance.kind),
    [alliance.statusWords, alliance.conflict ? ', disputed' : ''].join(''),
    alliance.period || '',
    said(alliance.parties.map((party) => party.name).join(', ')),
  ]);
  return {
    facts: fill('facts', ['Fact', 'Status', 'Held', 'Amount', 'Grade', 'Support', 'Reported'], factRows),
    entities: fill('entities', ['Entity', 'Kind', 'Also called', 'Facts in the whole graph'], nodeRows),
    alliances: fill('alliances', ['Alliance', 'Kind', 'Status', 'Held', 'Parties'], allianceRows),
    documents: fill('documents', ['Document', 'Published', 'Source', 'Reliability', 'Claims', 'Address'], page.documents.map(documentRow)),
  };
}

function documentRow(document) {
  const address = document.link
    ? el('a', { href: document.link, target: '_blank', rel: 'noopener noreferrer' }, said(document.uri))
    : document.uri ? said(document.uri) : '';
  return [said(document.title), document.published || '', said(document.source), document.reliability, String(document.claims), address];
}

// Fills a sheet with a table and gives its rows; `show` hides those not in the set.
function fill(id, heads, rows) {
  const made = rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell))));
  const caption = el('caption', { 'aria-live': 'polite' });
  byId(id).append(el('table', {}, caption,
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))), el('tbody', {}, made)));
  byId('tab-' + id).hidden = !rows.length && id !== 'facts';
  const table = {
    rows: made,
    show: (numbers) => {
      made.forEach((row, number) => { row.hidden = !numbers.has(number); });
      const shown = made.filter((row) => !row.hidden).length;
      caption.textContent = shown === made.length ? counted(shown, 'row', 'rows')
        : counted(shown, 'row', 'rows') + ' of ' + made.length.toLocaleString('en-GB') + ', as filtered';
    },
    mark: (number) => made.forEach((row, place) => row.classList.toggle('chosen', place === number)),
  };
  table.show(new Set(made.keys()));
  return table;
}
