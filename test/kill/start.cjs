/** Starts a packed victim with what was compiled before, so that a start costs a third: `node start.cjs FILE [keep]`. */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');

const [, , filename, keep] = process.argv;
const cache = `${filename}.cache`;
const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
const script = new Script(wrapped, { filename, cachedData });
const victim = { exports: {} };
script.runInThisContext()(victim.exports, createRequire(filename), victim, filename, path.dirname(filename));
if (keep === 'keep') {
  writeFileSync(cache, script.createCachedData());
  process.exit(0);
}
