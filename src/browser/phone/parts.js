// The two files behind the phone's answers, words and pack: from the store, or from the server by the smallest transfer.

const API = '/api/v1/packs/';
const DELTA = 'application/vnd.banshi.delta';

/** The pack's place in the store: there is one pack, that of the region chosen last. */
export const PACK = 'pack';
export const WORDS = 'words';

export class Refused extends Error {}

/** Asks for a part; what is held already is named, so that the answer can be "the same" or a difference. */
export async function fetched(name, held, apply) {
  const same = held && held.name === name;
  const query = held ? `?have=${held.tag}` : '';
  const headers = same ? { 'if-none-match': `"${held.tag}"` } : {};
  const answer = await fetch(API + name + query, { headers });
  if (answer.status === 304 && same) return held;
  if (!answer.ok) throw new Refused(String(answer.status));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const tag = (answer.headers.get('etag') || '').replace(/^W\/|"/g, '');
  const isDelta = (answer.headers.get('content-type') || '').startsWith(DELTA);
  if (!isDelta) return { name, tag, bytes, came: bytes.length };
  try {
    return { name, tag, bytes: apply(held.bytes, bytes), came: bytes.length };
  } catch (error) {
    return fetched(name, null, apply);
  }
}
