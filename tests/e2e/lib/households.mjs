// People and firms by chance, as answers to the questions of benefits. The same seed gives the same ones.

/** Numbers from 0 to 1: mulberry32, a small generator whose numbers are the same everywhere. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An answer as it is typed into the question's form. */
function typed({ type, choices, min, max, unit }, next) {
  const among = (list) => list[Math.floor(next() * list.length)];
  if (type === 'flag') return next() < 0.3 ? 'yes' : 'no';
  if (type === 'choice') return among(choices).value;
  if (type === 'date') return `${2000 + Math.floor(next() * 25)}-0${1 + Math.floor(next() * 9)}-${10 + Math.floor(next() * 18)}`;
  // Small numbers are as likely as large ones.
  const number = Math.round(min + (max - min) * next() ** 6);
  if (type === 'money') return (number / 100).toFixed(2);
  if (type === 'percent') return (number / 10).toFixed(1);
  return String(unit ? number : Math.floor(number));
}

/** One of them: a region, and answers to some of the questions. */
export function household(facts, seed) {
  const next = chance(seed);
  const form = new URLSearchParams({ region: next() < 0.5 ? '210102000000' : '210000000000' });
  const asked = next();
  for (const fact of facts) {
    if (fact.key === 'subject' || next() < asked) form.append(`a.${fact.key}`, typed(fact, next));
  }
  return form.toString();
}
