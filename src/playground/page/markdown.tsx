/** Draws Discord's markdown. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { recordNow, useKnown } from './client.js';
import { parsed, type Node } from './parsed.js';
import { absolute, isInstant, relative } from './time.js';

/** An instant in the reader's zone and language, ticking while the record's clock runs. */
function Timestamp({ seconds, style }: { readonly seconds: number; readonly style: string }) {
  const { hello, stage } = useKnown();
  const [, tick] = useState(0);
  const running = (stage?.clock.rate ?? 0) > 0;
  useEffect(() => {
    if (!running || style !== 'R') return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [running, style]);
  const { zone, locale } = hello?.me ?? { zone: 'UTC', locale: 'en-US' };
  const instant = seconds * 1000;
  const whole = absolute(instant, 'F', zone, locale);
  const shown =
    style === 'R' ? relative(instant, recordNow(stage), locale) : absolute(instant, style, zone, locale);
  return (
    <time class="mention" dateTime={new Date(instant).toISOString()} title={`${whole} (${zone})`}>
      {shown}
    </time>
  );
}

function Spoiler({ children }: { readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  if (open) return <span class="spoiler open">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler, press to show" onClick={() => setOpen(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

function Mention({ of, id }: { readonly of: 'user' | 'role' | 'channel'; readonly id: string }) {
  const { hello } = useKnown();
  const from = {
    user: hello?.people ?? [],
    role: hello?.guilds.flatMap((guild) => guild.roles) ?? [],
    channel: hello?.guilds.flatMap((guild) => guild.channels) ?? [],
  }[of];
  const name = from.find((one) => one.id === id)?.name ?? 'unknown';
  // The role of everybody has its sign in its name.
  return <span class="mention">{`${of === 'channel' ? '#' : '@'}${name.replace(/^@/, '')}`}</span>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

const WRAPPED = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strikethrough: 's',
  blockQuote: 'blockquote',
  subtext: 'small',
} as const;

/** Only what leads to the web becomes a link. */
function Link({ target, children }: { readonly target: string; readonly children: ComponentChildren }) {
  if (!/^https?:\/\//.test(target)) return <>{children}</>;
  return (
    <a href={target} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function mentioned(node: Node): VNode | null {
  const id = text(node['id']);
  if (node.type === 'user' || node.type === 'role' || node.type === 'channel')
    return <Mention of={node.type} id={id} />;
  if (node.type === 'everyone' || node.type === 'here') return <span class="mention">@{node.type}</span>;
  if (node.type !== 'timestamp') return null;
  const [seconds, format] = [Number(node['timestamp']), text(node['format'])];
  if (isInstant(seconds * 1000)) return <Timestamp seconds={seconds} style={format || 'f'} />;
  // As Discord does: what is no instant stays as it was written.
  return <>{`<t:${text(node['timestamp'])}${format === '' ? '' : `:${format}`}>`}</>;
}

function element(node: Node): ComponentChildren {
  const inner = () => drawn(node.content);
  if (node.type in WRAPPED) {
    const Tag = WRAPPED[node.type as keyof typeof WRAPPED];
    return <Tag>{inner()}</Tag>;
  }
  const level = Number(node['level']);
  switch (node.type) {
    case 'text':
      return text(node.content);
    case 'br':
    case 'newline':
      return <br />;
    case 'spoiler':
      return <Spoiler>{inner()}</Spoiler>;
    case 'inlineCode':
      return <code>{text(node.content)}</code>;
    case 'codeBlock':
      return <pre>{text(node.content)}</pre>;
    case 'heading':
      return (
        <div role="heading" aria-level={level + 2} class={`heading h${level}`}>
          {inner()}
        </div>
      );
    case 'url':
    case 'autolink':
    case 'link':
      return <Link target={text(node['target'])}>{inner()}</Link>;
    default:
      return mentioned(node) ?? inner();
  }
}

function drawn(content: Node['content']): ComponentChildren {
  if (content === undefined) return null;
  if (typeof content === 'string') return content;
  const nodes = Array.isArray(content) ? (content as readonly Node[]) : [content as Node];
  return nodes.map(element);
}

interface Block {
  readonly kind: 'h1' | 'h2' | 'h3' | 'small' | 'item' | 'plain';
  readonly text: string;
}

const MARKS = [
  [/^# /, 'h1'],
  [/^## /, 'h2'],
  [/^### /, 'h3'],
  [/^-# /, 'small'],
  [/^[-*] /, 'item'],
] as const;

/** Lines that begin with a mark stand alone; the others flow together. The parser knows only what is inside a line. */
function blocks(words: string): readonly Block[] {
  const out: Block[] = [];
  for (const line of words.split('\n')) {
    const mark = MARKS.find(([pattern]) => pattern.test(line));
    const last = out.at(-1);
    if (mark !== undefined) out.push({ kind: mark[1], text: line.replace(mark[0], '') });
    else if (last?.kind === 'plain') out[out.length - 1] = { kind: 'plain', text: `${last.text}\n${line}` };
    else out.push({ kind: 'plain', text: line });
  }
  return out;
}

const LEVEL = { h1: 3, h2: 4, h3: 5 } as const;

/** Discord's markdown. */
export function Markdown({ words }: { readonly words: string }) {
  if (words === '') return null;
  return (
    <div class="markdown">
      {blocks(words).map((block) => {
        const inside = drawn(parsed(block.text));
        if (block.kind === 'plain') return <div class="line">{inside}</div>;
        if (block.kind === 'small') return <small>{inside}</small>;
        if (block.kind === 'item') return <div class="item">{inside}</div>;
        return (
          <div role="heading" aria-level={LEVEL[block.kind]} class={`heading ${block.kind}`}>
            {inside}
          </div>
        );
      })}
    </div>
  );
}
