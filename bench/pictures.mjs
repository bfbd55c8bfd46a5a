/** `npm run pictures`: the pictures of the README, those of the local Discord as its tests have just made them. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { pino } from 'pino';
import { chromium } from 'playwright-core';
import { projectPath } from '../dist/src/paths.js';
import { allStories } from '../dist/src/stage/play-story.js';
import { Stage } from '../dist/src/stage/stage.js';

const TO = 'docs/pictures';
mkdirSync(TO, { recursive: true });
for (const name of ['page', 'card', 'countdown', 'moved', 'outcome'])
  copyFileSync(`artefacts/pictures/${name}.png`, `${TO}/${name}.png`);

const executablePath = [process.env.TEST_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);
const stories = await allStories();
const stage = new Stage({
  stories,
  port: 0,
  assets: projectPath('dist', 'page'),
  log: pino({ level: 'silent' }),
  onDiscord: () => undefined,
});
const story = stories.find(({ id }) => id === 'moscow-50-days-corrected');
await stage.load(story, story.scenes.length);

/** The public page of the story in both colour schemes, then the picture that previews show. */
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
let shown = '';
for (const [name, colorScheme] of [
  ['public-page', 'light'],
  ['public-page-dark', 'dark'],
]) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1160 }, colorScheme });
  await page.goto(stage.show.site.publicUrl);
  await page.locator('main a[href^="/s/"]').first().click();
  await page.getByRole('link', { name: 'Donald Trump to Russia' }).first().click();
  await page.screenshot({ path: `${TO}/${name}.png` });
  shown = page.url();
}

/** The same page as a link that somebody posts in Discord. */
stage.show.discord.as('Ben', 'general').say('general', shown);
const client = await browser.newPage({ viewport: { width: 1360, height: 860 }, reducedMotion: 'reduce' });
await client.goto(stage.show.discord.address);
await client.getByRole('navigation').getByRole('button', { name: '# general' }).click();
const unfolded = client.locator('article').filter({ hasText: shown }).last();
await unfolded.getByRole('img').first().waitFor();
await client.waitForLoadState('networkidle');
await unfolded.screenshot({ path: `${TO}/preview.png` });

writeFileSync(`${TO}/timeline.png`, Buffer.from(await (await fetch(`${shown}.png`)).arrayBuffer()));
await browser.close();
await stage.close();
process.exit(0);
