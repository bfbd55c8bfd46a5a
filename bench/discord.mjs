import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** When a request may come: a second begins with the first of it, or is any second. ms to wait, 0 for none. */
const WINDOWS = {
  fixed(limit) {
    let [ends, used] = [0, 0];
    return (now) => {
      if (now >= ends) [ends, used] = [now + 1000, 0];
      used += 1;
      return used <= limit ? 0 : ends - now;
    };
  },
  sliding(limit) {
    const recent = [];
    return (now) => {
      while (recent.length > 0 && recent[0] <= now - 1000) recent.shift();
      if (recent.length >= limit) return 1000 - (now - recent[0]);
      recent.push(now);
      return 0;
    };
  },
};

const PER_SECOND = 50;
const CHANNEL = { count: 5, perMs: 5000 };
/** One way, ms: there and back 60 to 140. */
const far = () => 30 + Math.random() * 40;

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts));
}

/** Discord's two counters, for the bot and for each channel. */
function limiter(window) {
  const bot = WINDOWS[window](PER_SECOND);
  const channels = new Map();
  return (channel, now) => {
    const global = bot(now);
    if (global > 0) return { wait: global, global: true };
    const known = channels.get(channel);
    const bucket = known === undefined || now >= known.ends ? { ends: now + CHANNEL.perMs, used: 0 } : known;
    channels.set(channel, bucket);
    bucket.used += 1;
    return { wait: bucket.used <= CHANNEL.count ? 0 : bucket.ends - now, global: false };
  };
}

function tooMuch({ wait: left, global }) {
  const seconds = left / 1000;
  const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': global ? 'global' : 'user' };
  if (global) headers['x-ratelimit-global'] = 'true';
  return { status: 429, value: { message: 'slow down', retry_after: seconds, global }, headers };
}

/** Messages by their nonce, and whoever listens to posts. */
class Posts {
  messages = new Map();
  /** When each message was stored, ms: more than there are nonces, and some were doubled. */
  at = [];
  /** Nonces of all posts, repeats as well. */
  all = [];
  refused = 0;
  #listeners = new Set();

  listen(listener) {
    this.#listeners.add(listener);
  }

  add({ nonce, enforce_nonce: enforced, components }) {
    if (!this.messages.has(nonce) || enforced !== true) {
      const id = String(900_000_000_000_000_000n + BigInt(this.messages.size));
      this.messages.set(nonce, { id, components });
      this.at.push(Date.now());
    }
    this.all.push(nonce);
    for (const listener of this.#listeners) listener(nonce);
    return this.messages.get(nonce);
  }

  async until(count, patienceMs) {
    const ends = Date.now() + patienceMs;
    while (this.messages.size < count && Date.now() < ends) await wait(50);
  }
}

/**
 * Discord's REST on this machine, only what posting meets: limits, nonces, and a way there and back. `window` is `fixed`,
 * `sliding`, or null for no limits; `lost` is how often an answer is lost after the post was stored; `wayMs` says how long
 * each way takes, ms.
 */
export async function startDiscord({ window = null, lost = 0, wayMs = far } = {}) {
  const posts = new Posts();
  const limit = window === null ? () => ({ wait: 0 }) : limiter(window);

  function answerTo(method, channel, body) {
    const verdict = limit(channel, Date.now());
    if (verdict.wait > 0) {
      posts.refused += 1;
      return tooMuch(verdict);
    }
    if (method === 'PATCH') return { status: 200, value: {} };
    if (method === 'GET') return { status: 200, value: [...posts.messages.values()].slice(-100) };
    const message = posts.add(body);
    return Math.random() < lost ? { status: 502, value: {} } : { status: 200, value: message };
  }

  async function serve(request, response) {
    const body = await bodyOf(request);
    await wait(wayMs());
    const [, channel] = /\/channels\/(\d+)\/messages/.exec(request.url) ?? [];
    const { status, value, headers } = answerTo(request.method, channel, body);
    await wait(wayMs());
    if (response.destroyed) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { api: `http://127.0.0.1:${server.address().port}/api`, posts, close };
}
