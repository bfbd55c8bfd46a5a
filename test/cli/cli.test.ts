import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Built by `npm test` before the tests run. */
const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

async function ultimatum(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code: Number(code), out, err };
}

const AT = ['--at', '2025-08-06T14:00:00Z', '--zone', 'America/New_York'];
const json = (text: string): unknown => JSON.parse(text);

describe('npx ultimatum read', () => {
  it('gives one reading as JSON, its end exclusive', async () => {
    const { code, out } = await ultimatum(['read', 'by Friday', ...AT, '--json']);
    expect(code).toBe(0);
    expect(json(out)).toEqual({
      kind: 'read',
      earliest: '2025-08-08T04:00:00.000Z',
      latest: '2025-08-09T04:00:00.000Z',
      precision: 'day',
      bound: 'by',
      zone: 'America/New_York',
      candidates: [],
      reason: null,
    });
  });

  it('takes a fixed offset for a zone', async () => {
    const at = ['--at', '2013-02-12T04:30:00-02:00', '--zone=-02:00'];
    const { out } = await ultimatum(['read', 'Friday', ...at, '--json']);
    expect(json(out)).toMatchObject({ latest: '2013-02-16T02:00:00.000Z', zone: 'UTC-2' });
  });

  it.each([
    ['Kyiv', 'Europe/Kyiv'],
    ['Germany', 'Europe/Berlin'],
    ['Moscow time', 'Europe/Moscow'],
    ['Washington', 'America/New_York'],
  ])('takes the time zone of %s', async (place, zone) => {
    const { out } = await ultimatum([
      'read',
      'Friday',
      '--at',
      '2025-08-06T14:00:00Z',
      '--zone',
      place,
      '--json',
    ]);
    expect(json(out)).toMatchObject({ kind: 'read', zone });
  });

  it('reads from now on, in the time zone of the machine, where nothing else is given', async () => {
    const { out } = await ultimatum(['read', 'tomorrow', '--json'], '', { TZ: 'Asia/Tokyo' });
    const { zone, latest } = json(out) as { readonly zone: string; readonly latest: string };
    expect(zone).toBe('Asia/Tokyo');
    expect(Date.parse(latest)).toBeGreaterThan(Date.now());
    const fires = await ultimatum(['next', 'daily', '--after', 'now', '--zone', 'Japan', '--json']);
    const [first] = (json(fires.out) as { readonly fires: readonly { readonly at: string }[] }).fires;
    expect(Date.parse(first?.at ?? '')).toBeGreaterThan(Date.now());
  });

  it('lets the locale settle which of two numbers is the day', async () => {
    const latest = async (locale: string) => {
      const { out } = await ultimatum(['read', '08/09/2025', ...AT, '--locale', locale, '--json']);
      return (json(out) as Record<string, unknown>)['latest'];
    };
    expect(await latest('en-US')).toBe('2025-08-10T04:00:00.000Z');
    expect(await latest('en-GB')).toBe('2025-09-09T04:00:00.000Z');
  });

  it('says in words what is asked back and what is no deadline', async () => {
    const asked = await ultimatum(['read', 'midnight Friday', ...AT]);
    expect(asked.out).toMatch(/^Ambiguous\. /);
    expect(asked.out.match(/2025-08-0\dT04:00:00/g)?.length).toBeGreaterThanOrEqual(2);
    expect((await ultimatum(['read', 'as early as next week', ...AT])).out).toMatch(/^Not a deadline\. /);
  });

  it('answers each line in its place, a faulty one with its reason, and exits with 1', async () => {
    const good = { text: '50 days', at: '2025-07-14T15:00:00Z', zone: 'America/New_York' };
    const given = [
      JSON.stringify(good),
      'no JSON',
      JSON.stringify({ text: good.text, at: good.at }),
      JSON.stringify({ ...good, zone: 'Europe/Berln' }),
      JSON.stringify({ ...good, at: '2025-02-30T15:00:00Z' }),
      '7',
      JSON.stringify({ ...good, text: 'as early as next week' }),
    ];
    const { code, out } = await ultimatum(['read'], given.join('\n'));
    const answers = out.trimEnd().split('\n').map(json);
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      { kind: 'read', latest: '2025-09-03T04:00:00.000Z' },
      { kind: 'error', reason: expect.stringContaining('not JSON') as unknown },
      { kind: 'error', reason: expect.stringContaining('"zone"') as unknown },
      { kind: 'error', reason: expect.stringContaining('Europe/Berln') as unknown },
      { kind: 'error', reason: expect.stringContaining('"at"') as unknown },
      { kind: 'error', reason: expect.stringContaining('"text"') as unknown },
      { kind: 'not-a-deadline', earliest: null, latest: null },
    ]);
  });

  it('streams many lines in order', async () => {
    const line = (day: number) =>
      JSON.stringify({ text: `${day} days`, at: '2025-01-01T00:00:00Z', zone: 'UTC' });
    const days = Array.from({ length: 2000 }, (_, index) => index + 1);
    const { code, out } = await ultimatum(['read'], `${days.map(line).join('\n')}\n`);
    const latest = out
      .trimEnd()
      .split('\n')
      .map((one) => Date.parse(String((json(one) as Record<string, unknown>)['latest'])));
    expect(code).toBe(0);
    expect(latest).toEqual(days.map((day) => Date.UTC(2025, 0, 2 + day)));
  });
});

describe('npx ultimatum next', () => {
  it('echoes the schedule in English and keeps the wall clock across the change of the clocks', async () => {
    const when = ['--zone', 'Europe/Berlin', '--after', '2025-10-24T14:00:00Z', '--count', '2'];
    const { code, out } = await ultimatum(['next', 'every day at 09:00', ...when]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'every day at 09:00 in Berlin',
      '  Sat 25 Oct 2025 09:00 +02:00 Europe/Berlin  2025-10-25T07:00:00.000Z',
      '  Sun 26 Oct 2025 09:00 +01:00 Europe/Berlin  2025-10-26T08:00:00.000Z',
      '',
    ]);
    const five = await ultimatum(['next', '0 9 * * *', ...when.slice(0, 4), '--json']);
    expect((json(five.out) as { fires: unknown[] }).fires).toHaveLength(5);
  });
});

describe('npx ultimatum start', () => {
  it('starts like npm start and stops at a wrong setting with its name', async () => {
    const { code, err } = await ultimatum(['start'], '', { DATABASE_URL: 'nope' });
    expect(code).toBe(78);
    expect(err).toContain('DATABASE_URL');
  });
});

describe('npx ultimatum', () => {
  const commands = [
    'start',
    'register',
    'doctor',
    'backup',
    'restore',
    'erase-server',
    'export',
    'import',
    'migrate-store',
    'issuer',
    'leaderboard',
    'read',
    'next',
    'version',
  ];

  it.each([['version'], ['--version'], ['-v']])('%s shows the version of the package', async (typed) => {
    const { version } = json(await readFile('package.json', 'utf8')) as { readonly version: string };
    expect(await ultimatum([typed])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([['help'], ['--help'], ['-h']])('%s lists every command', async (typed) => {
    const { code, out } = await ultimatum([typed]);
    expect(code).toBe(0);
    expect(out.match(/^ {2}[a-z-]+(?= )/gm)?.map((name) => name.trim())).toEqual([
      ...commands,
      'ultimatum',
      'ultimatum',
    ]);
  });

  it.each(commands)('%s --help says how it is typed and what it does, and does nothing', async (command) => {
    const { code, out, err } = await ultimatum([command, 'x', '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^ultimatum ${command}\\b.*\\n(?: +.*\\n)*\\n  \\w`));
    expect((await ultimatum(['help', command])).out).toBe(out);
  });

  it('read --help explains what is named there', async () => {
    const { out } = await ultimatum(['read', '--help']);
    for (const text of ['--locale', 'INSTANT is', 'PLACE is', 'by Friday']) expect(out).toContain(text);
    expect(out).not.toContain('weekdays');
  });
});

describe('what is typed wrongly', () => {
  it.each([
    [['read', 'x', '--at', '2025-08-06', '--zone', 'UTC'], '--at'],
    [['read', 'x', '--zone', 'Atlantis'], 'Give a city, a country or a time zone'],
    [['read', 'x', '--zone', 'United States'], 'Give one: America/New_York, America/Chicago'],
    [['read', 'by', 'Friday', ...AT], 'quotation marks'],
    [['read', ...AT], 'WORDS'],
    [['read', 'x', '--zone', 'UTC', '--locale', 'klingon?'], 'such as en-US'],
    [['read', 'x', '--zoen', 'UTC'], '--zone'],
    [
      ['next', '*/5 * * * *', '--zone', 'UTC', '--after', '2025-08-06T14:00:00Z'],
      '"*/5 * * * *" is more often',
    ],
    [['next', '0 9 * * *', '--zone', 'UTC', '--after', '2025-08-06T14:00:00Z', '--count', '0'], '--count'],
    [['raed'], 'There is no command "raed"'],
    [['raed', '--help'], 'There is no command "raed"'],
    [['read', 'x', '--zoen', 'UTC'], 'Try: ultimatum read --help'],
    [[], 'read "WORDS"'],
  ])('%j is refused with 64, the option and the fix', async (args, fix) => {
    const { code, out, err } = await ultimatum(args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toContain(fix);
  });
});
