// A line to a worker: questions get their answers by number, and a line that breaks answers with nothing.

/** No answer of the phone takes longer; one that does is no longer worth waiting for. */
const PATIENCE = 4000;

export function connect(script, heard, broken) {
  const worker = new Worker(script);
  const open = new Map();
  let number = 0;

  function end() {
    worker.terminate();
    open.forEach((answer) => answer(null));
    open.clear();
  }
  function fail() {
    end();
    broken();
  }
  worker.onmessage = ({ data }) => {
    if (data.broken) return fail();
    if (data.news) return heard(data.news);
    const answer = open.get(data.number);
    open.delete(data.number);
    if (answer) answer(data.found);
    return undefined;
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail();
  };

  return {
    send: (what) => worker.postMessage(what),
    ask: (what) => new Promise((answer) => {
      number += 1;
      const mine = number;
      open.set(mine, answer);
      worker.postMessage({ ...what, number: mine });
      setTimeout(() => { if (open.delete(mine)) answer(null); }, PATIENCE);
    }),
    end,
  };
}
