/** French words for time. */
import type { Token } from '../tokens.js';
import { FRENCH_HOLIDAYS } from './french-holidays.js';
import { compounds, FRENCH_NUMBERS, isNumber } from './french-numbers.js';
import { FRENCH_PHRASES } from './french-phrases.js';
import { holidays, named, type Lexicon } from './lexicon.js';
import {
  age,
  beside,
  dayAlone,
  dottedDate,
  endings,
  notBefore,
  rewritten,
  uncounted,
  zoneAlone,
} from './token-rewrites.js';
import { withoutWeekends } from './without-weekends.js';
import { makeLexicon } from './lexicon-factory.js';

const WEEKDAYS = named({
  monday: 'lundi/-/s lun',
  tuesday: 'mardi/-/s',
  wednesday: 'mercredi/-/s mer',
  thursday: 'jeudi/-/s jeu',
  friday: 'vendredi/-/s ven',
  saturday: 'samedi/-/s sam',
  sunday: 'dimanche/-/s dim',
});

const MONTHS = named({
  january: 'janvier janv',
  february: 'février fevrier févr fév',
  march: 'mars',
  april: 'avril avr',
  may: 'mai',
  june: 'juin',
  july: 'juillet juil',
  august: 'août aout',
  september: 'septembre sept',
  october: 'octobre oct',
  november: 'novembre nov',
  december: 'décembre decembre déc',
});

const UNITS = named({
  second: 'seconde/-/s',
  minute: 'minute/-/s min mn',
  hour: 'heure/-/s h hrs',
  day: 'jour/-/s journée/-/s j',
  week: 'semaine/-/s',
  month: 'mois',
  quarter: 'trimestre/-/s',
  year: 'an/-/s année/-/s',
  decade: 'décennie/-/s',
});

const WORDS = {
  ...WEEKDAYS,
  ...MONTHS,
  ...UNITS,
  ...named({
    the: 'le la les',
    a: 'un une',
    'of the': 'du des',
    'to the': 'au aux',
    of: 'de',
    to: 'à·nombre',
    at: 'à vers',
    in: 'dans en',
    for: 'pour pendant durant',
    and: 'et',
    or: 'ou',
    on: 'sur',
    by: 'par',
    is: 'est',
    until: 'jusque',
    before: 'avant',
    after: 'après depuis suivant',
    from: 'dès',
    within: 'sous',
    between: 'entre',
    'at-least': 'minimum',
    earliest: 'pas·avant',
    'at-latest': 'maximum',
    every: 'chaque',
    next: 'prochain/-/e',
    coming: 'prochains prochaines suivants suivante suivantes',
    this: 'ce cet cette ces',
    current: 'courant',
    last: 'dernier dernière derniers dernières passé passée',
    further: 'supplémentaire/-/s',
    half: 'demi demie',
    quarter: 'quart',
    today: 'aujourd’hui aujourd_hui'.replace('’', "'"),
    tomorrow: 'demain',
    overmorrow: 'après-demain',
    yesterday: 'hier',
    tonight: 'soir·même',
    now: 'maintenant',
    noon: 'midi',
    dawn: 'aube aurore',
    sunset: 'crépuscule',
    midnight: 'minuit',
    morning: 'matin matinée',
    afternoon: 'après-midi',
    evening: 'soir soirée',
    night: 'nuit',
    end: 'fin',
    early: 'début',
    mid: 'mi milieu',
    spring: 'printemps',
    summer: 'été',
    autumn: 'automne',
    winter: 'hiver',
    deadline: 'délai délais échéance ultimatum',
    not: 'pas',
    no: 'aucun aucune',
    london: 'londres',
    beijing: 'pékin',
    brussels: 'bruxelles',
    geneva: 'genève',
    est: 'est·zone',
    tehran: 'téhéran',
    athens: 'athènes',
    israel: 'israël',
    '': 'environ approximativement précises précise pile exactement ci',
  }),
};

/** "Lundi en huit" is the Monday after the coming one. */
const IN_EIGHT = Object.fromEntries(
  Object.entries(WEEKDAYS).map(([name, canonical]) => [`${name} en huit`, `${canonical} week`]),
);

/** "Courant septembre" is some time in it. */
const COURANT = Object.fromEntries(
  Object.entries(MONTHS).map(([name, canonical]) => [`courant ${name}`, `in ${canonical}`]),
);

const PHRASES = {
  ...holidays(FRENCH_HOLIDAYS),
  ...compounds(),
  ...IN_EIGHT,
  ...COURANT,
  ...FRENCH_PHRASES,
};

const ELIDED: Readonly<Record<string, string>> = {
  d: 'de',
  l: 'le',
  jusqu: 'jusque',
  qu: 'que',
  s: 'se',
  n: 'ne',
  c: 'ce',
};

/** "D'ici", "jusqu'au", "l'heure": two words each. */
function elided(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token): readonly Token[] => {
    const at = token.text.indexOf("'");
    const full = ELIDED[token.text.slice(0, Math.max(0, at))];
    if (full === undefined) return [token];
    const cut = token.start + at + 1;
    return [
      { start: token.start, end: cut, text: full },
      { start: cut, end: token.end, text: token.text.slice(at + 1) },
    ];
  });
}

const reworded = rewritten(
  withoutWeekends(
    /^jours$/,
    "(?:hors|sans(?: compter)?|excepté|à l'exclusion des) (?:les )?(?:week - ends?|weekends?|samedis et dimanches)(?: et (?:les )?jours fériés)?",
  ),
  dottedDate(/^(?:le|au|du|avant|ici)$/),
  endings(/^(?:er|re|ère|e|è|ème|eme)$/),
  notBefore(/^pas$/, /^avant$/, /^si$/, 'pas·avant'),
  zoneAlone(/^cet$/, 'mez'),
  zoneAlone(/^et$/, 'edt'),
  zoneAlone(/^est$/, 'est·zone'),
  dayAlone(/^(?:le|au|du)$/, /^(?:lun|mar|mercre|jeu|vendre|same)di$|^dimanche$/),
  age(/^ans$/, /^(?:dans|en|ici|sous|délai|prochains|prochaines)$/),
  uncounted(/^prochaine?s$/, /^(?:jours|heures|semaines|mois|années)$/, isNumber),
  uncounted(/^(?:jours|semaines|mois)$/, /^prochaine?s$/, isNumber),
  beside(/^à$/, (next, later) => isNumber(next) && /^(?:jours?|semaines?|mois|ans)$/.test(later), 'à·nombre'),
);

export const FRENCH: Lexicon = makeLexicon({
  language: 'fr',
  words: WORDS,
  phrases: PHRASES,
  numbers: FRENCH_NUMBERS,
  rewriteTokens: (tokens) => reworded(elided(tokens)),
  marks:
    'jusqu qu l aujourd ici week end sont était sera seront a ont avait doit doivent devra si non que qui avec sans il elle ils elles nous vous leur leurs son sa ses ne plus ' +
    'ultimatum gouvernement président faute sinon faut exige russie ukraine israël',
});
