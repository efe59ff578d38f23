// Elements of the page. Text becomes text nodes only: nothing that a document says is ever read as HTML.

function byId(id) {
  return document.getElementById(id);
}

// An element with properties (class, text attributes, on... listeners as functions) and children; null is left out.
function el(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

// Text from a document or the graph, kept apart from the writing direction of its surroundings.
function said(text) {
  return el('bdi', {}, text);
}

function chip(text, look) {
  return el('span', { class: 'chip chip-' + (look || 'plain') }, text);
}

// A list of terms: pairs without a value are left out.
function details(pairs) {
  const rows = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return el('dl', { class: 'details' }, rows.map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]));
}

function counted(number, one, many) {
  return number.toLocaleString('en-GB') + ' ' + (number === 1 ? one : many);
}

// Lower case without accents, for comparing names.
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

// The sentence of a fact: what must be said first ("Halted:"), subject, relation, object.
function statement(page, fact) {
  const state = fact.prefix ? el('span', { class: 'state state-' + fact.status }, fact.prefix) : null;
  const relation = el('span', { class: 'rel' }, ' ', said(fact.reads), ' ');
  return [state, said(page.ends[fact.source].name), relation, said(page.ends[fact.target].name)];
}

function link(children, activate) {
  return el('button', { type: 'button', class: 'link', click: activate }, children);
}
