/** The tenses of French. */
import { anyWord, except, type TenseWords } from './patterns.js';

const PARTICIPLE =
  '\\p{L}*(?:é|ée|és|ées|[^u]i|ie|is|ies|it|its|ite|ites|u|ue|us|ues|ert|erte|erts|ertes|int|inte|ort|orts|orte|ortes)';
const AUXILIARY =
  "(?:l'|n'|s'|m'|j'|qu'|y |d')?(?:a|ont|ai|as|avons|avez|avait|avaient|eut|eurent|est|sont|suis|sommes|était|étaient|fut|furent|aurait|auraient|ayant)";
const NO_VERB = except('fait lait parfait souhait trait retrait portrait attrait extrait forfait bienfait');

export const FRENCH_TENSE: TenseWords = {
  links: /^(?:que|qui|qu'\p{L}+|dont|où|si|s'il|s'ils|mais|ou|sinon|lorsque|quand|car|parce)$/u,
  ended: anyWord(
    `${AUXILIARY} (?:expiré|échu|écoulé|pris fin|passée?|terminée?|achevée?)`,
    'expirait|expira|prit fin|prenait fin|était dépassée?',
  ),
  ahead: anyWord(
    'va|vont|doit|doivent|devra|devront|devait|devaient|devrait|devraient|faut|faudra|peut|peuvent|pourra|pourront|veut|veulent',
    '\\p{L}+(?:era|eront|ira|iront|dra|dront|erait|eraient|irait|iraient|drait|draient)',
    'prévue?s?|fixée?s?|attendue?s?|programmée?s?|expire|expirent|prend fin|prennent fin|échéance|délai|ultimatum|date limite',
    '(?:est|sont|reste|restent|était|étaient) à \\p{L}+(?:er|ir|re)|pour \\p{L}+(?:er|ir|re)|de \\p{L}+(?:er|ir|dre|tre)|sommée?s?|ordonn\\p{L}+',
  ),
  past: anyWord(
    `${AUXILIARY}(?: (?:pas|été|plus|jamais|déjà|aussi|ainsi|encore|§|\\p{L}+ment|\\p{L}+)){0,3}? ${PARTICIPLE}`,
    "(?:l'|n'|s'|c'|j'|qu'|y )?(?:était|étaient|avait|avaient|fut|furent|eut|eurent)|\\p{L}{3,}(?:èrent|irent|urent)",
    `${NO_VERB}\\p{L}{2,}(?<!er|ir|dr)(?:ait|aient)`,
    '(?:dur|déclar|entr|rentr|montr|rencontr|demeur|retir|assur|prépar|livr|ouvr|tir)a|vint|fit|mit|prit|tint|mourut|dit|reçut',
    `${except('va la sa ma ta cela visa agenda mafia data junta propaganda schéma panorama pizza villa média delta')}\\p{L}{2,}[cdgilmnpstvuy]a`,
    'a-t-(?:on|il|elle)|ont-ils|ont-elles',
    '(?:publiée?|annoncée?|déclarée?|signée?|datée?|entrée?|diffusée?|survenue?)s?(?: \\p{L}+)? §',
  ),
  moved: anyWord('reportée?s?|repoussée?s?|avancée?s?|prolongée?s?|décalée?s?|retardée?s?'),
  to: /(?:au|à|jusqu['’]au|pour le|pour) §|§(?:au|du|jusqu|pour)/u,
  since: null,
  unmet: anyWord(
    '(?:avait|avaient)(?!\\p{L}).*(?:mais|et|or) (?:\\S+ ){0,4}?(?:personne|aucune?|rien|pas)',
    "(?:avait|avaient)(?!\\p{L}).*(?:[,;:]|mais|et) (?:ils?|elles?|tous|toutes) (?:y |en |l'|s'|se )?(?:est|sont|ont|a|étaient|avaient)",
  ),
  calledOff:
    /(?:procès|audience|match|concert)(?!\p{L}).* (?:reporté|renvoyé|repoussé)e?s? .*§|(?:prévu|programmé|annoncé|fixé|convoqué)e?s?(?: \S+){0,4}? §.* (?:annulé|suspendu|déprogrammé)e?s?(?!\p{L})|(?:a|ont|avait|avaient) (?:annulé|suspendu) .*(?:prévu|programmé|annoncé|fixé)e?s?(?: \S+){0,4}? §/u,
  asks: anyWord(
    '(?:a|ont) (?:obtenu|reçu|eu) (?:\\d+|deux|trois|dix) (?:heures|jours|semaines|mois)',
    'enjoin\\p{L}*|oblig\\p{L}*|contrain\\p{L}*|prescri\\p{L}*|impart\\p{L}*|impos\\p{L}*',
    'délais?|échéance|ultimatum|date limite|exig\\p{L}*|somm(?!et|aire)\\p{L}*|ordonn\\p{L}*|demand\\p{L}*|réclam\\p{L}*|donn\\p{L}*|accord\\p{L}*',
    "laiss\\p{L}*|fix\\p{L}*|lanc\\p{L}*|doit|doivent|devr\\p{L}*|devait|devaient|sinon|faute|sous peine|menac\\p{L}*|si|s'ils?|pour \\p{L}+(?:er|ir|re)|(?<!(?:^| )(?:a|ont|avait|avaient) )tenus?",
    '(?:a|ont|avait|avaient|avez|avons|as) jusqu\\S*|dispos\\p{L}*|repouss\\p{L}*|report\\p{L}*|prolong\\p{L}*|avanc\\p{L}*|promis|promet\\p{L}*|\\p{L}+(?:era|eront|erait|eraient|ira|iront|dra|dront)',
  ),
};
