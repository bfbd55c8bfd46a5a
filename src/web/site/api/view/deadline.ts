/** Headlines and deadlines as the API shows them. */
import type { z } from 'zod';
import type { Headline } from '../../../../domain/headline.js';
import type { Version, VersionOutcome } from '../../../../domain/ultimatum.js';
import { ultimatumId } from '../../../../domain/ultimatum-id.js';
import type { About } from '../../../../wording/about.js';
import { headlineText } from '../../../../wording/headline.js';
import type { Words } from '../../../../wording/index.js';
import { plainText } from '../../../../wording/plain-text.js';
import { becameForText } from '../../../../wording/timeline.js';
import type { became, deadline, headline } from '../schema/deadline.js';
import { actorOf, iso, readingOf, scopeOf, whenOf } from './basics.js';

type HeadlineAnswer = z.input<typeof headline>;

function verdictsOf(value: Headline): HeadlineAnswer['verdicts'] {
  if (value.kind === 'verdict') return [{ verdict: copied(value.verdict), targets: null }];
  if (value.kind !== 'split' && value.kind !== 'incomplete') return [];
  return value.parts.map(({ verdict, targets }) => ({ verdict: copied(verdict), targets }));
}

const copied = <V extends { readonly reversed: readonly unknown[] }>(verdict: V) => ({
  ...verdict,
  reversed: [...verdict.reversed] as V['reversed'][number][],
});

/** A headline as codes, and in words. */
export function headlineOf(words: Words, value: Headline): HeadlineAnswer {
  return {
    text: plainText(headlineText(words, value)),
    kind: value.kind,
    verdicts: verdictsOf(value),
    moves: 'moves' in value ? value.moves : null,
  };
}

/** In words, without how long ago it was: the answer stays the same until the record changes. */
function becameText(words: Words, value: VersionOutcome, version: Version, about: About): string {
  if (value.kind === 'resolved') return plainText(headlineText(words, value.headline));
  if (value.kind === 'passed' && !value.lifted) return plainText(words.headlines.passed);
  return plainText(becameForText(words, value, version, about) ?? []);
}

function becameOf(
  words: Words,
  value: VersionOutcome,
  version: Version,
  about: About,
): z.input<typeof became> {
  const common = { text: becameText(words, value, version, about), targets: scopeOf(value.targets) };
  switch (value.kind) {
    case 'moved': {
      const { kind, revision, to, stated, days, actor } = value;
      return { kind, ...common, revision, to, stated: whenOf(stated), days, actor: actorOf(actor) };
    }
    case 'made-exact':
      return { kind: value.kind, ...common, to: value.to, stated: whenOf(value.stated) };
    case 'passed':
      return { kind: value.kind, ...common, at: iso(value.at), lifted: value.lifted };
    case 'suspended':
    case 'withdrawn':
      return { kind: value.kind, ...common, stated: whenOf(value.stated), actor: actorOf(value.actor) };
    case 'superseded':
      return { kind: value.kind, ...common, by: ultimatumId(value.by), stated: whenOf(value.stated) };
    case 'resolved':
      return { kind: value.kind, ...common, headline: headlineOf(words, value.headline) };
  }
}

/** A deadline ever set, with what became of it. */
export function deadlineOf(words: Words, version: Version, about: About): z.input<typeof deadline> {
  const { number, entry, revision, stated, targets, reading, correctedFrom } = version;
  return {
    number,
    entry,
    revision,
    stated: whenOf(stated),
    targets: scopeOf(targets),
    reading: readingOf(words, reading),
    correctedFrom: correctedFrom === null ? null : readingOf(words, correctedFrom),
    became: version.became.map((value) => becameOf(words, value, version, about)),
  };
}
