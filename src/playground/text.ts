/** Shows a message as lines of plain text, for the terminal and the tests. */
import type { Control, Select } from './check/controls.js';
import type { AnyComponent, Component } from './check/layout.js';
import type { EmbedBody } from './check/message.js';

interface ReadableMessage {
  readonly content: string;
  readonly embeds: readonly EmbedBody[];
  readonly components: readonly Component[];
  readonly files: readonly { readonly name: string }[];
}

/** A message as lines a person would read, with its controls in brackets. */
export function readableText(message: ReadableMessage): string {
  const lines = [
    message.content,
    ...message.embeds.flatMap(embedLines),
    ...message.components.flatMap(componentLines),
    ...message.files.map((file) => `[file ${file.name}]`),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function embedLines(embed: EmbedBody): string[] {
  const fields = (embed.fields ?? []).map((field) => `${field.name}: ${field.value}`);
  return [embed.title ?? '', embed.description ?? '', ...fields, embed.footer?.text ?? ''];
}

function componentLines(one: AnyComponent): string[] {
  switch (one.type) {
    case 1:
      return [one.components.map(controlText).join(' ')];
    case 9:
      return [...one.components.map((text) => text.content), ...componentLines(one.accessory)];
    case 10:
      return [one.content];
    case 11:
      return [`[picture${one.description ? `: ${one.description}` : ''}]`];
    case 12:
      return one.items.map((item) => `[picture${item.description ? `: ${item.description}` : ''}]`);
    case 13:
      return [];
    case 14:
      return ['---'];
    case 17:
      return one.components.flatMap(componentLines);
    default:
      return [controlText(one)];
  }
}

function controlText(one: Control): string {
  if (one.type === 2) return `[${labelOf(one)}${one.disabled === true ? ', disabled' : ''}]`;
  return `[${one.placeholder ?? 'choose'}: ${optionsText(one)}]`;
}

function optionsText(one: Select): string {
  if (one.type !== 3) return { 5: 'a person', 6: 'a role', 7: 'a person or role', 8: 'a channel' }[one.type];
  return one.options
    .map((option) => (option.default === true ? `*${option.label}*` : option.label))
    .join(' / ');
}

/** What is written on a button. */
export function labelOf(one: Extract<Control, { type: 2 }>): string {
  return one.label ?? one.emoji?.name ?? '';
}
