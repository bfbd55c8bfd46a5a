/**
 * `npm run release:check`: whether what is here can be released under its version. Writes a bill of materials and the
 * licences of everything that the package brings along into `artefacts/release`. Ends with 1 and the reasons if not.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = 'artefacts/release';
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const npm = (...args) => execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const { version } = json('package.json');
const lock = json('package-lock.json');
const wrong = [];
const demand = (holds, reason) => holds || wrong.push(reason);

/** What the package may hold, and what it must. */
const ALLOWED = [
  /^dist\/(src|commands|migrations|page)\/.*\.(js|mjs|css|html|svg|png|ico|woff2?|json|txt)$/,
  /^dist\/src\/.*\.d\.ts$/,
  /^docs\/(hosting|security)\.md$/,
  /^docs\/stories\/[a-z0-9-]+\.json$/,
  /^deploy\//,
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|\.env\.example)$/,
];
const NEEDED = [
  'dist/src/cli.js',
  'dist/src/main.js',
  'dist/src/picture/worker.mjs',
  'dist/src/drafting/import/thread.js',
  'dist/page/index.html',
  'docs/stories/moscow-50-days.json',
  'LICENSE',
];

function packed() {
  const [{ files, size, filename }] = JSON.parse(npm('pack', '--dry-run', '--json'));
  const paths = files.map(({ path }) => path);
  for (const path of paths)
    demand(
      ALLOWED.some((pattern) => pattern.test(path)),
      `The package holds ${path}.`,
    );
  for (const path of NEEDED) demand(paths.includes(path), `The package lacks ${path}.`);
  console.log(`${filename}: ${paths.length} files, ${(size / 1e6).toFixed(1)} MB`);
}

/** Anybody may run these without asking and without giving away sources of their own. */
const LICENCES =
  /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|OFL-1\.1|MPL-2\.0)$/;

function licences() {
  const brought = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const lines = brought.map(([path, { version: at, license = 'unknown' }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    const each = license.replaceAll(/[()]/g, '').split(/ (?:OR|AND) /);
    demand(
      / OR /.test(license) ? each.some((one) => LICENCES.test(one)) : each.every((one) => LICENCES.test(one)),
      `${name} is licensed under ${license}.`,
    );
    return `${name} ${at}: ${license}`;
  });
  writeFileSync(`${FOLDER}/licences.txt`, `${[...new Set(lines)].toSorted().join('\n')}\n`);
  console.log(`${lines.length} packages, with their licences in ${FOLDER}/licences.txt`);
}

function materials() {
  const text = npm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only');
  writeFileSync(`${FOLDER}/sbom.cdx.json`, text);
  console.log(`${JSON.parse(text).components.length} components in ${FOLDER}/sbom.cdx.json`);
}

function versions() {
  demand(lock.version === version, `package-lock.json says ${lock.version}, package.json ${version}.`);
  const changes = readFileSync('CHANGELOG.md', 'utf8');
  const [first] = /^## .*$/m.exec(changes) ?? [''];
  demand(
    new RegExp(`^## ${version.replaceAll('.', '\\.')} - \\d{4}-\\d\\d-\\d\\d$`).test(first),
    `CHANGELOG.md begins with "${first}", not with ${version} and a date.`,
  );
}

function fixture() {
  const path = `test/fixtures/${version}.sql`;
  if (!existsSync(path)) return demand(false, `${path} is missing: npm run release:fixture makes it.`);
  const statements = readFileSync(path, 'utf8');
  const migrations = readdirSync('migrations').filter((name) => /^\d{4}_/.test(name));
  for (const name of migrations)
    demand(
      statements.includes(`'${name.replace('.ts', '')}'`),
      `${path} was made before ${name}: make it again.`,
    );
}

mkdirSync(FOLDER, { recursive: true });
versions();
fixture();
licences();
materials();
packed();
for (const reason of wrong) console.error(reason);
process.exit(wrong.length > 0 ? 1 : 0);
