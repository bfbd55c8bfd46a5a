/** Components of opened messages. */
import {
  ComponentType,
  SeparatorSpacingSize,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord.js';
import type { View } from '../command.js';
import { buttonComponent, type Button } from './buttons.js';
import type { Line } from '../../wording/parts.js';
import { drawLine } from '../draw.js';

/** Discord's limit for all texts of an opened message together is 4,000 characters. */
export const OPENED_LIMIT = 3800;

/** Lines of parts, or what is drawn already; a null is a line that is missing. */
export function text(...lines: readonly (Line | string | null)[]): APITextDisplayComponent {
  const drawn = lines.flatMap((entry) =>
    entry === null ? [] : typeof entry === 'string' ? entry : drawLine(entry),
  );
  return { type: ComponentType.TextDisplay, content: drawn.join('\n') };
}

/** A thin line between two blocks. */
export function line(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** Text with one button to its right. */
export function section(content: string, button: Button): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory: buttonComponent(button) };
}

/** A message made of components instead of content. Only such a message can hold text displays and sections. */
export function opened(components: readonly APIMessageTopLevelComponent[]): View {
  return { v2: true, components };
}

/** As many lines as fit in `budget` characters, then how many more there are. */
export function within(budget: number, lines: readonly string[], rest: (more: number) => string): string[] {
  const shown: string[] = [];
  let used = 0;
  for (const one of lines) {
    used += one.length + 1;
    if (used > budget) return [...shown, rest(lines.length - shown.length)];
    shown.push(one);
  }
  return shown;
}
