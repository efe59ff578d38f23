// Search by name and alias: type, arrow keys, Enter.

const FOUND_MOST = 12;

function makeSearch(page, choose) {
  const input = byId('search');
  const list = byId('found');
  const index = page.nodes.map((node, number) => ({
    number, kind: 'entity', facts: node.facts, names: [page.ends[number].name, ...node.aliases],
    folds: [page.ends[number].name, ...node.aliases].map(folded),
  })).concat(page.alliances.map((alliance, number) => ({
    number, kind: 'alliance', facts: 0, names: [alliance.title], folds: [folded(alliance.title)],
  })));
  let found = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const take = (entry) => {
    close();
    input.value = '';
    byId('search-count').textContent = '';
    choose(entry.kind, (entry.kind === 'entity' ? page.ends : page.alliances)[entry.number].id);
  };
  const move = (step) => {
    if (!found.length) return;
    at = (at + step + found.length) % found.length;
    [...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === at)));
    input.setAttribute('aria-activedescendant', 'found-' + at);
    list.children[at].scrollIntoView({ block: 'nearest' });
  };
  input.addEventListener('input', () => {
    const all = matches(index, input.value);
    found = all.slice(0, FOUND_MOST);
    at = -1;
    list.replaceChildren(...found.map((entry, place) => foundItem(page, entry, place, () => take(entry))));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    const more = all.length > found.length ? ' of ' + all.length.toLocaleString('en-GB') : '';
    const result = found.length ? found.length + more + ' found' : 'Nothing found';
    byId('search-count').textContent = input.value.trim() ? result : '';
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && found.length) take(found[Math.max(at, 0)]);
    else if (event.key === 'Escape' && !list.hidden) { close(); event.stopPropagation(); } else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
}

// Entries of which one name holds every word typed; names that begin with it first, then those with most facts.
function matches(index, typed) {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const scored = [];
  for (const entry of index) {
    const hit = entry.folds.findIndex((name) => words.every((word) => name.includes(word)));
    const first = entry.folds.some((name) => name.startsWith(words[0])) ? 0 : 1;
    if (hit >= 0) scored.push({ ...entry, hit, first });
  }
  const order = (one, other) => one.first - other.first || other.facts - one.facts || one.number - other.number;
  return scored.sort(order);
}

function foundItem(page, entry, place, activate) {
  const kind = entry.kind === 'entity' ? page.ends[entry.number].kind : 'Alliance';
  const alias = entry.hit > 0 ? [', also called ', said(entry.names[entry.hit])] : '';
  const mousedown = (event) => {
    event.preventDefault();
    activate();
  };
  return el('li', { id: 'found-' + place, role: 'option', 'aria-selected': 'false', mousedown },
    said(entry.names[0]), el('div', { class: 'quiet' }, kind, alias));
}
