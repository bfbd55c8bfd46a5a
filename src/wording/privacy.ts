/** What is kept about a person, and what forgetting them does, as lines. */
import { keptAboutPeople } from '../domain/kept-data.js';
import type { Words } from './index.js';
import { head, item, plain, type Line } from './parts.js';

/** What is kept of a person, for how long, and how to have it deleted. */
export function privacyLines({ privacy: { show } }: Words): readonly Line[] {
  return [
    head(show.heading),
    ...keptAboutPeople().map((about) => item(show.kept(about))),
    plain(show.messages),
    plain(show.exports),
    plain(show.deletion),
  ];
}

/** Asked before a person is forgotten. */
export function forgetLines({ privacy: { forget } }: Words): readonly Line[] {
  return [head(forget.heading), plain(forget.deleted), plain(forget.kept)];
}
