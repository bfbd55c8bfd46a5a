/**
 * Loaded before the program: it dies by SIGKILL after a statement, or after the commit that follows it.
 * `DIE_AT` is JSON: `statement` is part of its text, `nth` counts from 1, `when` is `inside` or `committed`.
 */
const { Client } = require('pg');
const Sqlite = require('better-sqlite3');

const { statement, nth, when } = JSON.parse(process.env.DIE_AT);
let seen = 0;
let isDue = false;

function ran(text) {
  if (text.includes(statement)) {
    seen += 1;
    isDue ||= seen === nth;
  }
  if (isDue && (when === 'inside' || text === 'commit')) process.kill(process.pid, 'SIGKILL');
}

const ofSqlite = Object.getOwnPropertyDescriptor(Sqlite.prototype, 'prepare');
Sqlite.prototype.prepare = function (text) {
  const prepared = ofSqlite.value.call(this, text);
  for (const name of ['all', 'run']) {
    const own = prepared[name];
    prepared[name] = (...values) => {
      const result = own.apply(prepared, values);
      ran(text);
      return result;
    };
  }
  return prepared;
};

const ofPostgres = Object.getOwnPropertyDescriptor(Client.prototype, 'query');
Client.prototype.query = function (asked, ...rest) {
  const answer = ofPostgres.value.call(this, asked, ...rest);
  if (typeof answer?.then !== 'function') return answer;
  return answer.then((result) => {
    ran(asked.text ?? asked);
    return result;
  });
};
