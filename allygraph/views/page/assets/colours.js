// The colours of the drawing, read from the style sheet so that light and dark are decided in one place.

const KINDS = new Set(['Organisation', 'Person', 'Product', 'Place', 'Alliance']);
const TONES = {
  planned: 'holds', announced: 'holds', signed: 'holds', active: 'holds', halted: 'halted', ended: 'ended',
};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue('--' + name).trim();
  return {
    kind: (kind) => token(KINDS.has(kind) ? kind.toLowerCase() : 'muted'),
    status: (status) => token(Object.hasOwn(TONES, status) ? TONES[status] : 'unstated'),
    ink: token('ink'),
    muted: token('muted'),
    ground: token('ground'),
    accent: token('accent'),
  };
}

// A colour of the form #rrggbb, so strong (0 to 1): see-through, or mixed with another.
function faded(colour, strength) {
  return colour + Math.round(strength * 255).toString(16).padStart(2, '0');
}

function mixed(colour, other, strength) {
  const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const [one, two] = [parts(colour), parts(other)];
  const mix = one.map((part, at) => Math.round(part * strength + two[at] * (1 - strength)));
  return '#' + mix.map((part) => part.toString(16).padStart(2, '0')).join('');
}
