// The pane beside the graph: a fact with its evidence, an entity with its facts, an alliance with its history.

function welcomePane(page) {
  const disputed = page.facts.filter((fact) => fact.conflict).length;
  return el('div', { class: 'welcome' },
    el('h2', {}, 'Every line has a source'),
    el('p', {}, 'Choose a line to read the sentences behind it, or a sign to see all that is said of it here.'),
    el('p', {}, 'Without a mouse: search by name, or go through the table under Facts and press Enter.'),
    disputed ? el('p', {}, counted(disputed, 'fact is', 'facts are') + ' disputed: sources disagree.') : null);
}

function factPane(page, fact, choose) {
  const alliance = fact.alliance === null ? null : page.alliances[fact.alliance];
  return el('div', {},
    heading(fact.relation, statement(page, fact), choose),
    stateChips(fact),
    details([
      ['Dates', fact.period],
      ['Amount', fact.amount && said(fact.amount)],
      ['Role', fact.role && said(fact.role)],
      ['Likelihood', fact.likelihood],
      ['Grade', said(fact.gradeWords)],
      ['Extraction', fact.confidence + ' sure'],
      ['Support', fact.support],
      ['Reported', fact.reported],
      ['Alliance', alliance && link(said(alliance.title), () => choose('alliance', alliance.id))],
      ['Between', [fact.source, fact.target].map((number) => endLink(page, number, choose))],
    ]),
    el('h3', {}, 'Evidence'),
    fact.evidence.length ? evidenceCards(page, fact.evidence) : quiet('No claim came with this fact.'));
}

function entityPane(page, number, choose) {
  const end = page.ends[number];
  const node = page.nodes[number];
  const facts = page.facts.filter((fact) => fact.source === number || fact.target === number);
  const alliances = page.alliances.filter((alliance) => alliance.parties.some((party) => party.node === number));
  const missing = node.facts - facts.length;
  const aliases = node.aliases.map((alias) => el('div', { class: 'name' }, said(alias)));
  return el('div', {},
    heading(end.kind, said(end.name), choose),
    aliases.length ? details([['Also called', aliases]]) : null,
    alliances.length ? [el('h3', {}, 'Alliances'), allianceLinks(alliances, choose)] : null,
    el('h3', {}, counted(facts.length, 'fact', 'facts') + ' here'),
    missing > 0 ? quiet(counted(missing, 'further fact', 'further facts') + ' in the whole graph.') : null,
    factLinks(page, facts, choose));
}

function alliancePane(page, alliance, choose) {
  const parties = alliance.parties.map((party) => {
    const brings = [party.role, party.contributes && 'contributes ' + party.contributes].filter(Boolean).join(', ');
    const name = party.node === null ? said(party.name) : endLink(page, party.node, choose);
    return el('li', {}, name, brings ? quiet(said(brings)) : null);
  });
  const facts = page.facts.filter((fact) => fact.alliance !== null && page.alliances[fact.alliance] === alliance);
  return el('div', {},
    heading(alliance.kind, said(alliance.title), choose),
    stateChips(alliance),
    details([['Dates', alliance.period], ['Grade', said(alliance.gradeWords)],
      ['Creates', alliance.creates.length ? alliance.creates.map((name) => el('div', {}, said(name))) : null]]),
    el('h3', {}, 'Parties'), el('ul', { class: 'links' }, parties),
    el('h3', {}, 'History'), allianceHistory(page, alliance),
    facts.length ? [el('h3', {}, 'Facts'), factLinks(page, facts, choose)] : null);
}

function allianceHistory(page, alliance) {
  if (!alliance.events.length) return quiet('No step is known.');
  const by = (event) => el('div', {}, 'by ', event.by.map((name, place) => [place ? ', ' : '', said(name)]));
  return el('ol', { class: 'steps' }, alliance.events.map((event) => el('li', { class: event.status },
    el('strong', {}, event.status), ' \u00b7 ' + (event.date || 'date not stated'),
    event.by.length ? by(event) : null,
    event.evidence.length ? el('details', {}, el('summary', {}, counted(event.evidence.length, 'claim', 'claims')),
      evidenceCards(page, event.evidence)) : null)));
}

function allianceLinks(alliances, choose) {
  return el('ul', { class: 'links' }, alliances.map((alliance) => el('li', {},
    link([said(alliance.title), el('span', { class: 'rel' }, ' \u00b7 ' + alliance.statusWords)],
      () => choose('alliance', alliance.id)))));
}

function factLinks(page, facts, choose) {
  return el('ul', { class: 'links' }, facts.map((fact) => el('li', {},
    link(statement(page, fact), () => choose('fact', fact.id)))));
}

function stateChips(record) {
  const disputed = record.conflict ? chip('disputed', 'disputed') : null;
  return el('p', { class: 'chips' }, chip(record.statusWords, record.status), disputed);
}

function quiet(children) {
  return el('p', { class: 'quiet' }, children);
}

function endLink(page, number, choose) {
  const end = page.ends[number];
  const kind = number < page.nodes.length ? 'entity' : 'alliance';
  return link(said(end.name), () => choose(kind, end.id));
}

function heading(over, children, choose) {
  const look = { type: 'button', class: 'close', 'aria-label': 'Close', title: 'Close (Escape)' };
  return [
    el('button', { ...look, click: () => choose(null) }, '\u2715'),
    el('p', { class: 'over' }, said(over)),
    el('h2', { tabindex: '-1' }, children),
  ];
}
