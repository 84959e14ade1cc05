// Cache Storage as a shelf of named things, and memory where there is none or it is full.

/** The newest copies of what was read; older ones go. */
export const MOST = 200;

export function store(name) {
  const memory = new Map();
  let full = typeof caches === 'undefined';

  const opened = () => caches.open(name);
  const key = (path) => new URL(path, 'https://kept.invalid/').href;

  return {
    /** Whether things outlive this tab. */
    lasting: () => !full,

    async get(path) {
      if (memory.has(path)) return memory.get(path);
      try {
        const found = await (await opened()).match(key(path));
        if (!found) return null;
        return { ...JSON.parse(found.headers.get('x-about')), bytes: new Uint8Array(await found.arrayBuffer()) };
      } catch (error) {
        return null;
      }
    },

    /** Keeps bytes and what is known about them; in memory alone when the device has no room left. */
    async put(path, about, bytes) {
      memory.delete(path);
      try {
        const cache = await opened();
        await cache.delete(key(path));
        await cache.put(key(path), new Response(bytes, { headers: { 'x-about': JSON.stringify(about) } }));
        full = false;
      } catch (error) {
        full = true;
        memory.set(path, { ...about, bytes });
        for (const oldest of [...memory.keys()].slice(0, -MOST)) memory.delete(oldest);
      }
    },

    async drop(path) {
      memory.delete(path);
      try {
        await (await opened()).delete(key(path));
      } catch (error) { /* What cannot be opened holds nothing. */ }
    },

    /** Lets go of all but the newest. */
    async trim() {
      try {
        const cache = await opened();
        const keys = await cache.keys();
        await Promise.all(keys.slice(0, -MOST).map((one) => cache.delete(one)));
      } catch (error) { /* as above */ }
    },

    async count() {
      try {
        return memory.size + (await (await opened()).keys()).length;
      } catch (error) {
        return memory.size;
      }
    },

    async wipe() {
      memory.clear();
      try {
        await caches.delete(name);
      } catch (error) { /* as above */ }
    },
  };
}
