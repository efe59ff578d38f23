// The colours of the drawing, read from the style sheet so that light and dark are decided in one place.

const HOLDS = { planned: 'open', announced: 'open', signed: 'holds', active: 'holds', halted: 'halted', ended: 'ended' };

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue('--' + name).trim();
  return {
    kind: (kind) => token(kind.toLowerCase()) || token('muted'),
    status: (status) => token(HOLDS[status] || 'unstated'),
    ink: token('ink'),
    muted: token('muted'),
    ground: token('ground'),
    accent: token('accent'),
  };
}

// A colour of the form #rrggbb, so strong.
function faded(colour, strength) {
  return colour + Math.round(strength * 255).toString(16).padStart(2, '0');
}
