// The same graph as tables: the way to every fact without a mouse or without sight.

function makeTables(page, choose) {
  const factRows = page.facts.map((fact) => [
    link(statement(page, fact), () => choose('fact', fact.id)),
    [fact.statusWords, fact.conflict ? ', disputed' : ''].join(''),
    fact.period || '',
    fact.amount ? said(fact.amount) : '',
    fact.grade ? said(fact.grade) : '',
    fact.evidence.length,
    fact.origins,
    fact.reported || '',
  ]);
  const nodeRows = page.nodes.map((node, number) => [
    link(said(page.ends[number].name), () => choose('entity', page.ends[number].id)),
    page.ends[number].kind,
    node.aliases.length ? said(node.aliases.join(', ')) : '',
    node.facts,
  ]);
  const allianceRows = page.alliances.map((alliance) => [
    link(said(alliance.title), () => choose('alliance', alliance.id)),
    said(alliance.kind),
    [alliance.statusWords, alliance.conflict ? ', disputed' : ''].join(''),
    alliance.period || '',
    said(alliance.parties.map((party) => party.name).join(', ')),
  ]);
  return {
    facts: fill('facts', ['Fact', 'Status', 'Dates', 'Amount', 'Grade', 'Claims', 'Origins', 'Reported'], factRows),
    entities: fill('entities', ['Entity', 'Kind', 'Also called', 'Facts in the whole graph'], nodeRows),
    alliances: fill('alliances', ['Alliance', 'Kind', 'Status', 'Dates', 'Parties'], allianceRows),
    documents: fill('documents', ['Document', 'Published', 'Source', 'Reliability', 'Claims', 'Address'],
      page.documents.map(documentRow)),
  };
}

function documentRow(document) {
  const address = document.link
    ? el('a', { href: document.link, target: '_blank', rel: 'noopener noreferrer' }, said(document.uri))
    : document.uri ? said(document.uri) : '';
  const { title, published, source, reliability, claims } = document;
  return [said(title), published || '', said(source), reliability, claims, address];
}

function tableCell(cell) {
  return Number.isInteger(cell) ? el('td', { class: 'number' }, cell.toLocaleString('en-GB')) : el('td', {}, cell);
}

// Fills a sheet with a table: `show` hides rows not in the set, `mark` marks one. Columns without a value are left out.
function fill(id, heads, rows) {
  const used = heads.map((head, column) => column === 0 || rows.some((cells) => cells[column] !== ''));
  const kept = (cells) => cells.filter((cell, column) => used[column]);
  const made = rows.map((cells) => el('tr', {}, kept(cells).map(tableCell)));
  const caption = el('caption', { 'aria-live': 'polite' });
  const isNumber = (column) => rows.length > 0 && Number.isInteger(rows[0][column]);
  const columns = heads.map((head, column) => el('th', { scope: 'col', class: isNumber(column) && 'number' }, head));
  byId(id).append(el('table', {}, caption, el('thead', {}, el('tr', {}, kept(columns))), el('tbody', {}, made)));
  byId('tab-' + id).hidden = !rows.length && id !== 'facts';
  const table = {
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
