/**
 * `npm run release:fixture`: writes the database that this release leaves behind to `test/fixtures/VERSION.sql`. Run it
 * last before a release; every later release has to be able to upgrade it. It never overwrites one without `--again`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { FOUNDING_CASE, playStory, storyNamed } from '../dist/src/stage/play-story.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const fixture = `test/fixtures/${version}.sql`;
if (existsSync(fixture) && !process.argv.includes('--again')) {
  console.error(`${fixture} is there already. Add --again while ${version} has not been released.`);
  process.exit(1);
}

const SOURCE = 'https://www.reuters.com/world/';
const RECORD = {
  issuer: 'European Union',
  target: 'Serbia',
  demand: 'open the archive',
  source: SOURCE,
  zone: 'Brussels',
};
let at = Date.parse('2025-08-17T10:00:00Z');
const scene = (as, line, options = {}, press = []) => {
  at += 60 * 60_000;
  return { at, as, in: 'general', line, options, press };
};

/** What a server has besides the founding case, one of each kind that has rows of its own. */
const MORE = [
  scene('Mod', '/settings set', { public: 'listed', 'public-name': 'Newsroom', 'admin-channel': 'review' }),
  scene('Mod', '/board set', { channel: 'general' }),
  scene('Mod', '/countdown add', { channel: 'general', every: 'weekdays at 18:00' }, ['Save']),
  scene('Mod', '/countdown pause', { schedule: '2' }),
  scene('Ana', '/ultimatum record', { ...RECORD, deadline: '60 days' }, ['Record']),
  scene(
    'Ana',
    '/ultimatum record',
    { ...RECORD, target: 'Serbia; Kosovo', demand: 'remove the barriers', deadline: '20 days' },
    ['Record'],
  ),
  scene(
    'Ana',
    '/ultimatum record',
    { ...RECORD, demand: 'pay the fine', deadline: '3 days', threat: 'sanctions' },
    ['Record'],
  ),
  scene(
    'Ana',
    '/ultimatum move',
    { ultimatum: 'U-3', deadline: '30 days', source: SOURCE, target: 'Kosovo' },
    ['Move'],
  ),
  scene('Ana', '/ultimatum link', { ultimatum: 'U-3', to: 'U-2', as: 'stage-of' }, ['Link']),
  scene('Ana', '/ultimatum suspend', { ultimatum: 'U-2', source: SOURCE }, ['Pause']),
  scene('Mod', '/issuers alias', { alias: 'Brussels', issuer: 'European Union' }),
  scene('Ben', '/ultimatum record', { ...RECORD, demand: 'allow inspections', deadline: '40 days' }, [
    'Propose',
  ]),
  scene('Ben', '/ultimatum record', { ...RECORD, demand: 'free the crew', deadline: '45 days' }, ['Propose']),
  scene('Ana', '/review', {}, ['Accept']),
  scene(
    'Ana',
    '/ultimatum correct',
    { ultimatum: 'U-2', entry: '1', reason: 'misread', demand: 'open the archives' },
    ['Correct'],
  ),
  scene('Mod', '/ultimatum hide', { ultimatum: 'U-4', reason: 'duplicate' }, ['Hide']),
  // Left open.
  scene('Ana', '/ultimatum record', { ...RECORD, demand: 'answer', deadline: '10 days' }),
];

const literal = (value) => {
  if (value === null) return 'null';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
};

/** Tables with their rows; indexes and triggers after them, because triggers watch what is inserted. */
function dump(path) {
  const file = new Sqlite(path, { readonly: true });
  const made = file
    .prepare('select type, name, sql from sqlite_master where sql is not null order by rowid')
    .all();
  const tables = made.filter(({ type, name }) => type === 'table' && !name.startsWith('sqlite_'));
  const rows = ({ name }) =>
    file
      .prepare(`select * from "${name}"`)
      .all()
      .map((row) => {
        const columns = Object.keys(row).map((column) => `"${column}"`);
        return `insert into "${name}" (${columns.join(', ')}) values (${Object.values(row).map(literal).join(', ')})`;
      });
  const numbers = file.prepare('select name, seq from sqlite_sequence').all();
  const statements = [
    ...tables.map(({ sql }) => sql),
    ...tables.flatMap(rows),
    ...numbers.map(
      ({ name, seq }) => `insert or replace into sqlite_sequence (name, seq) values ('${name}', ${seq})`,
    ),
    ...made.filter(({ type }) => type !== 'table').map(({ sql }) => sql),
    ...['application_id', 'user_version'].map(
      (name) => `pragma ${name} = ${Number(file.pragma(name, { simple: true }))}`,
    ),
  ];
  file.close();
  return statements.map((statement) => `${statement};\n`).join('');
}

const folder = mkdtempSync(join(tmpdir(), 'ultimatum-fixture-'));
const path = join(folder, 'a.db');
const founding = await storyNamed(FOUNDING_CASE);
const troubles = [];
const log = { info() {}, warn() {}, error: (about, what) => troubles.push([what, about]) };
const played = await playStory(
  { ...founding, end: at + 5 * 24 * 60 * 60_000, scenes: [...founding.scenes, ...MORE] },
  {
    databaseUrl: `sqlite:${path}`,
    log,
    tell: (one) => one.kind === 'typed' && console.log(`${one.told}\n    ${one.answer.split('\n')[0]}`),
  },
);
await played.close();
if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
writeFileSync(
  fixture,
  `-- A database as release ${version} left it: the founding case, and one of each kind of thing that a server has besides.
-- \`npm run release:fixture\` played it with that release and wrote it out. Never change it: it stands for the databases that
-- there are.
${dump(path)}`,
);
rmSync(folder, { recursive: true, force: true });
console.log(fixture);
