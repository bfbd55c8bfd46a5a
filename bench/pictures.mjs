import { copyFileSync, mkdirSync } from 'node:fs';

/** The pictures of the README, as the tests of the page have just made them. */
const wanted = ['page', 'card', 'countdown', 'moved', 'outcome'];
mkdirSync('docs/pictures', { recursive: true });
for (const name of wanted) copyFileSync(`artefacts/pictures/${name}.png`, `docs/pictures/${name}.png`);
