import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { projectPath } from '../../src/paths.js';
import { allStories } from '../../src/stage/play-story.js';
import { Stage } from '../../src/stage/stage.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium; undefined where there is none. */
export const browserPath: string | undefined = [process.env['TEST_CHROMIUM'], ...PLACES].find(
  (path) => path !== undefined && existsSync(path),
);

export const withoutBrowser = 'no Chromium on this machine: the tests of the page are skipped';

export interface OpenPage {
  readonly page: Page;
  readonly stage: Stage;
  /** Keeps what the page shows, for people to look at. */
  readonly picture: (name: string, of?: Locator) => Promise<void>;
  close(): Promise<void>;
}

export interface Opening {
  readonly story: string;
  readonly scenes: number;
  readonly width?: number;
  readonly dark?: boolean;
}

/** The stage with a story and a browser at its page. What the page logs as an error fails whoever closes it. */
export async function openPage(opening: Opening): Promise<OpenPage> {
  const { story, scenes, width = 1360, dark = false } = opening;
  const stories = await allStories();
  const assets = projectPath('dist', 'page');
  const log = pino({ level: 'silent' });
  const stage = new Stage({
    stories,
    port: 0,
    assets,
    log,
    onDiscord: () => undefined,
  });
  const chosen = stories.find((one) => one.id === story);
  if (chosen === undefined) throw new Error(`There is no story ${story}`);
  await stage.load(chosen, scenes);
  const browser: Browser = await chromium.launch({
    executablePath: browserPath ?? '',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({
    viewport: { width, height: 860 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  // As patient as the tests: a busy machine draws late.
  page.setDefaultTimeout(90_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(stage.show.discord.address);
  await page.getByRole('log', { name: 'Messages' }).waitFor();
  return {
    page,
    stage,
    picture: async (name, of = page.locator('body')) => {
      const folder = projectPath('artefacts', 'pictures');
      mkdirSync(folder, { recursive: true });
      // Nothing is under the pointer.
      await page.mouse.move(0, 0);
      await of.screenshot({ path: join(folder, `${name}.png`) });
    },
    async close() {
      await browser.close();
      await stage.close();
      if (errors.length > 0) throw new Error(`The page logged: ${errors.join('\n')}`);
    },
  };
}
