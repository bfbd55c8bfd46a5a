import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { chromium } from 'playwright-core';
import { projectPath } from '../dist/src/paths.js';
import { allStories } from '../dist/src/stage/play-story.js';
import { Stage } from '../dist/src/stage/stage.js';

/** How soon the page can be used, and how its frames hold while 1,000 messages are scrolled, beside frames of rest. */
const executablePath = [process.env.TEST_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);
if (executablePath === undefined) {
  console.log('page: skipped, there is no Chromium on this machine');
  process.exit(0);
}

const stage = new Stage({
  stories: await allStories(),
  port: 0,
  assets: projectPath('dist', 'page'),
  log: pino({ level: 'silent' }),
  onDiscord: () => undefined,
});
const story = (await allStories()).find(({ id }) => id === 'an-empty-server');
await stage.load(story, 0);
const ben = stage.show.discord.as('Ben', 'ultimatums');
for (let count = 0; count < 1000; count += 1)
  ben.say('ultimatums', `message number ${count}, **bold** <t:1754798340:R>`);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
const { address } = stage.show.discord;
const opened = [];
for (let round = 0; round < 6; round += 1) {
  const before = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: /^Message #/ }).waitFor();
  opened.push(performance.now() - before);
}
const frames = (scrolls) =>
  page.evaluate(
    `new Promise((resolve) => {
      const box = document.querySelector('.messages');
      const gaps = [];
      let last = performance.now();
      const next = (now) => {
        gaps.push(now - last);
        last = now;
        if (${scrolls}) box.scrollTop -= 400;
        if (gaps.length < 180) requestAnimationFrame(next);
        else resolve(gaps.slice(5).sort((a, b) => a - b));
      };
      requestAnimationFrame(next);
    })`,
  );
const at = (sorted, part) => sorted[Math.floor(sorted.length * part)];
const rest = await frames(false);
const scrolled = await frames(true);
const best = opened.slice(1).sort((a, b) => a - b);
console.log(
  `page: ready to type in ${at(best, 0.5).toFixed(0)} ms (first visit ${opened[0].toFixed(0)} ms; mark 1,000)`,
);
console.log(
  `page: 1,000 messages, frames while scrolling ${at(scrolled, 0.5).toFixed(1)} ms p50, ${at(scrolled, 0.95).toFixed(1)} ms p95: ` +
    `${(at(scrolled, 0.5) / at(rest, 0.5)).toFixed(2)} x and ${(at(scrolled, 0.95) / at(rest, 0.95)).toFixed(2)} x those at rest`,
);
await browser.close();
await stage.close();
process.exit(0);
