/** Spanish number words. */
import { counted } from './lexicon.js';

const ONES =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve';
/** Number words and their values, inflected. */
export const SPANISH_NUMBERS = new Map([
  ...counted(ONES, 0),
  ...counted('dieciseis', 16),
  ...counted('veintiún', 21),
  ...counted('veintidos veintitres', 22),
  ...counted('veintiseis', 26),
  ...counted('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
  ...counted('cien ciento', 100, 0),
  ...counted('doscientos', 200),
  ...counted('primero primer primera', 1, 0, 'th'),
  ...counted('segunda', 2, 1, 'th'),
  ...counted('tercero tercer tercera', 3, 0, 'th'),
  ...counted('cuarto', 4, 1, 'th'),
]);

/** Whether a word counts something. */
export const isNumber = (word: string) => /^\d+$/.test(word) || SPANISH_NUMBERS.has(word);
