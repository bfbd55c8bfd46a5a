/** docs/messages.md lists every refusal. `UPDATE_DOCS=1` writes it. */
import { expect, test } from 'vitest';
import { drawText } from '../../src/cli/draw.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { english } from '../../src/wording/index.js';
import { refusalText } from '../../src/wording/refusal.js';
import { currentPage } from '../support/page.js';
import { examplesOf } from './refusal-examples.js';
import { EXPLAINED } from './when-refused.js';

/** A cell of a table in which nothing is markup. */
const cell = (text: string) => text.replace(/[\\|*_<>`]/g, String.raw`\$&`);

const sentence = (refusal: Refusal) => cell(drawText(refusalText(english, refusal)));

function rowOf([why, refusals]: readonly [string, readonly Refusal[]]): string {
  const explained = Object.entries(EXPLAINED).find(([known]) => known === why)?.[1] ?? [];
  return `| ${[refusals.map(sentence).join('<br>'), ...explained].join(' | ')} |`;
}

test('docs/messages.md lists every refusal as it is said today', () => {
  const rows = Object.entries(examplesOf('what was typed')).map(rowOf);
  const table = ['| message | when | what to do |', '| --- | --- | --- |', ...rows].join('\n');
  const { page, current } = currentPage('messages.md', 'messages', `<!-- prettier-ignore -->\n${table}`);
  expect(page).toBe(current);
});
