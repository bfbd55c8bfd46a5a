/** The headers of tables in the six reading languages. */
import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, type ImportField } from '../../src/domain/import-fields.js';
import { isHeaderOf } from '../../src/language/headers.js';

/** A table as somebody might head it: number, issuer, target, demand, threat, deadline, stated, zone, source, note. */
const FIELDS: readonly ImportField[] = [
  'number',
  'issuer',
  'target',
  'demand',
  'threat',
  'deadline',
  'stated',
  'zone',
  'source',
  'note',
];

describe('the headers of a table', () => {
  it.each([
    ['English', 'Case no.|From|To|Demand|Threat|Due|Date|Time zone|Link|Notes'],
    ['German', 'Nr.|Absender|Empfänger|Forderung|Drohung|Frist|Datum|Zeitzone|Quelle|Anmerkung'],
    ['French', 'Numéro|Émetteur|Destinataire|Exigence|Menace|Échéance|Énoncé|Fuseau horaire|Lien|Remarque'],
    ['Spanish', 'Número|Emisor|Destinatario|Exigencia|Amenaza|Fecha límite|Fecha|Zona horaria|Enlace|Nota'],
    [
      'Russian',
      'Номер|Отправитель|Адресат|Требование|Угроза|Крайний срок|Дата|Часовой пояс|Источник|Примечание',
    ],
    ['Ukrainian', 'Номер|Відправник|Адресат|Вимога|Погроза|Термін|Дата|Часовий пояс|Джерело|Примітка'],
  ])('in %s each name one field', (_, headers) => {
    const named = headers.split('|').map((one) => IMPORT_FIELDS.filter((field) => isHeaderOf(one, field)));
    expect(named).toEqual(FIELDS.map((field) => [field]));
  });

  it.each([
    [
      'English',
      'Who|Against|What they want|Or else|By when|Said on',
      'issuer target demand threat deadline stated',
    ],
    [
      'German',
      'Wer|An wen|Was|Andernfalls|Bis wann|Gesagt am',
      'issuer target demand threat deadline stated',
    ],
    ['French', 'Qui|À qui', 'issuer target'],
    ['Spanish', 'Quién|A quién', 'issuer target'],
  ])('in %s may be questions', (_, headers, fields) => {
    const named = headers.split('|').map((one) => IMPORT_FIELDS.filter((field) => isHeaderOf(one, field)));
    expect(named).toEqual(fields.split(' ').map((field) => [field]));
  });

  it.each(['DEADLINE', ' deadline ', 'Deadline:', 'date_limite', 'Délai'])('%s is the deadline', (header) => {
    expect(isHeaderOf(header, 'deadline')).toBe(true);
  });

  it.each(['last deadline', 'deadlines', ''])('%s names nothing', (header) => {
    expect(IMPORT_FIELDS.filter((field) => isHeaderOf(header, field))).toEqual([]);
  });
});
