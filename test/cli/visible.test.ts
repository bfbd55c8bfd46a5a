import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/cli/visible.js';

/** Built by `npm test` before the tests run. */
const built = (file: string) => fileURLToPath(new URL(`../../dist/src/${file}`, import.meta.url));

/** Everything a program printed until it ended, or until it printed `until`. */
async function printed(args: readonly string[], input = '', until?: string): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0' };
  const child = spawn(process.execPath, args, { env });
  let all = '';
  const hear = (data: Buffer) => {
    all += data.toString();
    if (until !== undefined && all.includes(until)) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  if (until === undefined) child.stdin.end(input);
  else child.stdin.write(input);
  await once(child, 'close');
  return all;
}

const AT = ['--at', '2025-08-06T14:00:00Z', '--zone', 'America/New_York'];
/** Sets a title, clears the screen by C0 and by C1, goes back over the line, turns the text round. */
const HOSTILE = '\u001B]0;own\u0007\u001B[2J\u009B2J\r\b\u007F\u202Egnp\u2066x\u2069\u200Fy';
const RAW = /[^\n\P{Cc}]|\p{Bidi_Control}/u;

describe('text on its way to a terminal', () => {
  it('shows every control character as an escape, and keeps the rest', () => {
    const all = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).join('');
    expect(visible(all)).not.toMatch(RAW);
    expect(visible('line\nÄ 中 👩‍👩‍👧 “x”')).toBe('line\nÄ 中 👩‍👩‍👧 “x”');
    expect(visible('\u001B[2J\u009F\u061C\u200E\u202D\u2069')).toBe(
      '\\u001b[2J\\u009f\\u061c\\u200e\\u202d\\u2069',
    );
  });

  it('leaves the meaning of JSON as it is', () => {
    expect(JSON.parse(visible(JSON.stringify({ said: HOSTILE })))).toEqual({ said: HOSTILE });
  });
});

describe('a terminal', () => {
  it.each<[string, readonly string[], string]>([
    ['what was read', ['read', HOSTILE, ...AT], ''],
    ['what was read, as JSON', ['read', HOSTILE, ...AT, '--json'], ''],
    ['a reading of words that hold some', ['read', `by Friday ${HOSTILE}`, ...AT], ''],
    ['a wrong instant', ['read', 'x', '--at', HOSTILE, '--zone', 'UTC'], ''],
    ['a wrong zone', ['read', 'x', '--at', '2025-08-06T14:00:00Z', '--zone', HOSTILE], ''],
    ['too many words', ['read', HOSTILE, HOSTILE, ...AT], ''],
    ['an unknown option', ['read', `--${HOSTILE}`], ''],
    ['lines of JSON', ['read'], `{"text":"${HOSTILE}","at":"x"}\n${JSON.stringify({ text: HOSTILE })}\n`],
    ['a locale', ['read', 'x', ...AT, '--locale', HOSTILE], ''],
    ['a schedule', ['next', HOSTILE, '--zone', 'UTC', '--after', '2025-08-06T14:00:00Z'], ''],
    ['a count', ['next', 'daily', '--zone', 'UTC', '--after', AT[1] ?? '', '--count', HOSTILE], ''],
    ['an unknown verb', [HOSTILE], ''],
  ])('gets no control character in %s', async (_what, args, input) => {
    const heard = await printed([built('cli.js'), ...args], input);
    expect(heard).not.toBe('');
    expect(heard).not.toMatch(RAW);
  });

  it('gets no control character from what people write on the stage', async () => {
    // A carriage return ends a line that is typed.
    const typed = HOSTILE.replace('\r', '');
    const lines = [
      `say ${typed} <t:99999999999999999:R> <#123>`,
      `as ${typed}`,
      `/ultimatum show ultimatum:${typed}`,
      'as Nobody at all',
      '',
    ];
    const heard = await printed([built('main.js')], lines.join('\n'), 'Nobody at all');
    expect(heard).toContain('\\u001b]0;own\\u0007');
    expect(heard).toContain('<t:99999999999999999:R> <#123>');
    expect(heard.replaceAll('\t', ' ')).not.toMatch(RAW);
  });
});
