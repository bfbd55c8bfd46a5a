import { describe, expect, test } from 'vitest';
import { english } from '../../src/wording/index.js';
import { suggestionText } from '../../src/wording/suggestion.js';
import {
  cardView,
  digestView,
  entryLines,
  listView,
  logView,
  previewView,
  showView,
} from '../../src/discord/views/index.js';
import type { View } from '../../src/discord/command.js';
import type { Command } from '../../src/domain/entry.js';
import { drawText } from '../../src/discord/draw.js';
import { typed } from '../../src/wording/typed.js';
import { fold } from '../../src/domain/fold.js';
import { exactly } from '../../src/domain/total.js';
import type { Ultimatum } from '../../src/domain/ultimatum.js';
import { day, entriesOf, instant, posted, source, until, WASHINGTON } from './support.js';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['2,001 characters', 'a'.repeat(2001)],
  ['2,001 that all need escaping', '*'.repeat(2001)],
  ['2,001 astral characters', '𝔘'.repeat(2001)],
  ['everyone', '@everyone @here <@&123456789012345678> <@123456789012345678> <#123456789012345678>'],
  ['everyone behind zero-width characters', '@\u200beveryone @\u2060here'],
  ['markdown', '**bold** __under__ ~~gone~~ ||hidden|| `code` ```block``` _it_ [link](https://evil.example)'],
  ['a heading and small print', '# big\n## less\n-# small\n> quote\n- list\n1. one'],
  ['right to left', '\u202Eevil\u202C \u2066isolated\u2069 \u200Fmark'],
  ['zero width', 'a\u200Bb\u200Cc\u200Dd\uFEFFe\u2060f\u00ADg'],
  ['controls', 'a\u0000b\u0007c\u001B[31md\u009F'],
  ['half a pair', 'a\uD800b\uDC00c'],
  ['piled marks', `Z${'\u0301'.repeat(200)}`],
  ['SQL', "'; drop table entry; --"],
  ['a script', '<script>alert(1)</script> javascript:alert(1)'],
  [
    'time and emoji tags',
    '<t:0:R> <:a:123456789012345678> <a:b:123456789012345678> </cmd:123456789012345678> <id:home>',
  ],
  ['a bare link', 'https://evil.example/x discord.gg/x'],
  ['spaces only', ' \u00A0\u3000 '],
];

const safe = (text: string, max: number) => drawText([typed(text, max)]);

function recorded(text: string, url: string | null = null): Ultimatum {
  const record: Command = {
    verb: 'record',
    issuers: [`A${text}`],
    targets: [`B${text}`, `C${text}`, `D${text}`, `E${text}`],
    demand: `F${text}`,
    threat: text,
    zone: WASHINGTON,
    tags: [text],
    deadline: until(text, '2025-09-02'),
    stated: day('2025-07-14'),
    statements: [source(url ?? 'https://www.cnn.com/x', text, text)],
  };
  return fold(entriesOf([['2025-07-14T18:00:00Z', 'ana', record]]));
}

const NOW = instant('2025-07-14T18:00:00Z');

function card(text: string, url: string | null = null): string {
  return cardView(english, posted(recorded(text, url), NOW)).content ?? '';
}

/** What Discord would make something of: unescaped markdown, mentions, tags, bare links. */
function contentsOf(view: View): string {
  const contents: string[] = [];
  JSON.stringify(view.components, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') contents.push(value);
    return value;
  });
  return contents.join('\n');
}

const OWN = [
  /^\*\*|\*\*$/gm,
  /<t:1756871940:R>/g,
  /\[[^\]]*\]\(https:\/\/[^)]*\)/g,
  /^-# /gm,
  /\\[^A-Za-z0-9\s]/g,
];
const ALIVE = /[*_~`|[\]]|<[@#:/at]|@everyone|@here|https?:\/\/|^\s*(#|>|-)/m;

function foreign(content: string): string {
  return OWN.reduce((text, own) => text.replace(own, ''), content);
}

describe('what people type', () => {
  test.each(HOSTILE)('%s stands in a card as plain text', (_name, text) => {
    const content = card(text);
    expect(content.length).toBeLessThanOrEqual(1000);
    expect(content.split('\n')).toHaveLength(7);
    expect(foreign(content)).not.toMatch(ALIVE);
    expect(content).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u);
  });

  test.each(HOSTILE)('%s stands in a list', (_name, text) => {
    const ultimatum = recorded(text);
    const first = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, ultimatum }));
    const digest = { on: NOW, zone: WASHINGTON, first, dated: 17, undated: 0, paused: 0, passed: 0 };
    const content = digestView(english, digest, 'marker')?.content ?? '';
    expect(content.length).toBeLessThanOrEqual(1000);
    expect(content).toMatch(/\nand \d+ more\n/);
    expect(foreign(content.replaceAll('**', ''))).not.toMatch(ALIVE);
  });

  test.each(HOSTILE)('%s stands in what is opened', (_name, text) => {
    const ultimatum = recorded(text);
    const about = posted(ultimatum, NOW);
    const items = Array.from({ length: 8 }, (_, index) => ({ number: index + 1, ultimatum }));
    const question = {
      words: text,
      reason: { kind: 'event', event: text } as const,
      candidates: [until(text, '2025-09-02')],
    };
    const act = { action: 'a', label: 'A' };
    const views = [
      showView(english, about, { buttons: ['log'], asOf: { instant: NOW, recorded: null } }),
      logView(english, about, 0),
      listView(english, {
        key: 'k',
        items,
        total: exactly(8),
        page: 0,
        state: 'all',
        narrowed: [text],
        now: NOW,
      }),
      previewView(english, {
        key: 'k',
        now: NOW,
        post: entryLines(english, about, 1),
        reading: null,
        assumed: [[typed(text, 200)]],
        notes: [],
        proposed: false,
        channel: null,
        blocked: null,
        ask: null,
        offers: [],
        confirm: act,
        question,
        others: [act],
      }),
    ];
    for (const view of views) {
      const content = contentsOf(view);
      expect(content.length).toBeLessThanOrEqual(4000);
      expect(content).not.toMatch(/@everyone|@here|<@|(?<!\\)<script|[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u);
    }
    expect(suggestionText(english, 1, ultimatum).length).toBeLessThanOrEqual(100);
  });

  test('is cut between characters', () => {
    expect(safe('𝔘'.repeat(100), 80)).toBe(`${'𝔘'.repeat(79)}…`);
  });

  test('shows an invitation to a server as plain text', () => {
    expect(safe('join discord.gg/abc or discord.com/invite/abc', 80)).toBe(
      String.raw`join discord\.gg/abc or discord\.com/invite/abc`,
    );
  });

  test('keeps joiners between letters that need them and inside emoji, also where it is cut', () => {
    expect(safe('می\u200Cخواهم 👨\u200D👩\u200D👧', 80)).toBe('می\u200Cخواهم 👨\u200D👩\u200D👧');
    expect(safe('👨\u200D👩\u200D👧 and more', 3)).toBe('👨…');
  });

  test('keeps the letters of every script', () => {
    expect(safe('Россия, 中国, إيران', 80)).toBe('Россия, 中国, إيران');
  });
});

describe('links', () => {
  test('show only the host if they are very long', () => {
    const content = card('x', `https://www.cnn.com/${'a'.repeat(1900)}`);
    expect(content).toContain('Source: x, cnn.com, news report');
    expect(content.length).toBeLessThanOrEqual(1000);
  });

  test('lead nowhere else through parentheses or credentials', () => {
    const content = card('x', 'https://cnn.com@evil.example/a)(b');
    expect(content).toContain('[x](https://evil.example/a%29%28b), evil.example');
  });
});
