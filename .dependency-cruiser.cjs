/** The walls of the house: who may import whom (see CONTRIBUTING.md). */
const wall = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const outside = (...allowed) => ({
  path: '^(src|commands|migrations)/',
  pathNot: allowed.map((room) => `^${room}`),
});

module.exports = {
  forbidden: [
    wall('no-circles', {}, { circular: true }, 'One direction.'),
    wall(
      'domain-alone',
      { path: '^src/domain/' },
      outside('src/domain/'),
      'The heart imports itself and, of packages, luxon and tldts.',
    ),
    wall(
      'domain-only-luxon-and-tldts',
      { path: '^src/domain/' },
      { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/((@types/)?luxon|tldts)/' },
      'No clock, no file, no network in the heart.',
    ),
    wall(
      'language',
      { path: '^src/language/' },
      outside('src/language/', 'src/domain/'),
      'Words know the domain only.',
    ),
    wall(
      'language-no-core',
      { path: '^src/language/' },
      { dependencyTypes: ['core'], pathNot: '^(node:)?module$' },
      'No clock, no file, no network in the words; one package is loaded when it is first needed.',
    ),
    wall(
      'wording',
      { path: '^src/wording/' },
      outside('src/wording/', 'src/domain/'),
      'Facts become words; no surface, no store.',
    ),
    wall(
      'wording-only-luxon',
      { path: '^src/wording/' },
      { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(@types/)?luxon/' },
      'No clock, no file, no network in the words.',
    ),
    wall(
      'words-stand-in-the-catalogue',
      { path: '^(src|commands|migrations)/', pathNot: '^src/wording/' },
      { path: '^src/wording/(text|plural)[.]ts$' },
      'Only the catalogue writes words for people.',
    ),
    wall(
      'codec',
      { path: '^src/codec/' },
      outside('src/codec/', 'src/domain/'),
      'Schemas know the domain only.',
    ),
    wall(
      'drafting',
      { path: '^src/drafting/' },
      outside(
        'src/drafting/',
        'src/store/port',
        'src/language/',
        'src/wording/',
        'src/domain/',
        'src/codec/',
        // Where the compiled thread stands that reads a file.
        'src/paths',
        // What a draft answers with: the kit of the front doors and the layout.
        'src/discord/(option|command|draw|views)',
      ),
      'A change of the record, from draft to confirm.',
    ),
    wall(
      'guild',
      { path: '^src/guild/' },
      outside(
        'src/guild/',
        'src/drafting/',
        'src/posting/',
        'src/store/port',
        'src/language/',
        'src/wording/',
        'src/domain/',
        'src/codec/',
        'src/discord/(option|command|draw)',
      ),
      'What a server sets up: settings, countdowns, the names of issuers.',
    ),
    wall(
      'posting',
      { path: '^src/posting/' },
      outside('src/posting/', 'src/store/port', 'src/wording/', 'src/domain/', 'src/codec/'),
      'What a due post says.',
    ),
    wall(
      'store',
      { path: '^src/store/' },
      outside('src/store/', 'src/codec/', 'src/domain/', 'migrations/'),
      'The only SQL.',
    ),
    wall(
      'migrations',
      { path: '^migrations/' },
      outside('migrations/'),
      'A migration is never changed by the rest.',
    ),
    wall(
      'scheduler',
      { path: '^src/scheduler/' },
      outside('src/scheduler/', 'src/domain/', 'src/store/port'),
      'The beat sees the port.',
    ),
    wall(
      'discord',
      { path: '^src/discord/' },
      outside('src/discord/', 'src/posting/', 'src/wording/', 'src/domain/', 'src/store/port'),
      'The hall sees the port.',
    ),
    wall(
      'web',
      { path: '^src/web/' },
      outside(
        'src/web/',
        'src/picture/',
        'src/wording/',
        'src/codec/',
        'src/domain/',
        'src/store/port',
        'src/discord/draw',
      ),
      'The window sees the port.',
    ),
    wall(
      'picture',
      { path: '^src/picture/' },
      outside('src/picture/', 'src/wording/', 'src/domain/'),
      'Pictures are drawn from the fold and the words.',
    ),
    wall(
      'commands',
      { path: '^commands/' },
      outside(
        'commands/',
        'src/discord/(option|command|draw|views)',
        'src/drafting/',
        'src/guild/',
        'src/language/',
        'src/wording/',
        'src/codec/',
        'src/domain/',
      ),
      'Front doors meet the kit, the views, the words and the heart.',
    ),
    wall(
      'playground-alone',
      { path: '^src/playground/' },
      outside('src/playground/'),
      'The stage meets the bot over the wire.',
    ),
    wall(
      'playground-unknown',
      { path: '^(src/(?!playground/|stage)|commands/|migrations/)' },
      { path: '^src/playground/' },
      'The bot cannot tell the stage from Discord.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test|bench|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
