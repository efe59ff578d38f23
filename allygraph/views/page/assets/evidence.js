// Evidence: a claim as a card, its sentence with the words of the claim marked.

function evidenceCards(page, numbers) {
  return numbers.map((number) => evidenceCard(page.evidence[number]));
}

function evidenceCard(claim) {
  const [before, words, after] = claim.sentence;
  const marks = [];
  if (claim.denies) marks.push(chip('Denies this', 'denies'));
  if (claim.review === 'rejected') marks.push(chip('Rejected in review', 'denies'));
  if (claim.review === 'accepted') marks.push(chip('Accepted in review', 'active'));
  return el('article', { class: claim.denies ? 'card denies' : 'card' },
    marks.length ? el('p', { class: 'chips' }, marks) : null,
    el('blockquote', { dir: 'auto' }, before, words ? el('mark', {}, words) : null, after),
    el('p', { class: 'from' }, said(claim.document), claim.published ? ' \u00b7 ' + claim.published : ''),
    details([
      ['Source', said(claim.source)],
      ['Reliability', claim.reliability],
      ['Credibility', claim.credibility],
      ['Rated', claim.rating && said(claim.rating)],
      ['Likelihood', claim.likelihood && said(claim.likelihood)],
      ['Says', said(claim.relation + (claim.denies ? ', denied' : '') + ', ' + claim.status)],
      ['Date', claim.date],
      ['Extraction', said(claim.engine + ', ' + claim.confidence + ' sure')],
    ]));
}
