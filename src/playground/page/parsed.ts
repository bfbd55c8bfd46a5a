/** Parses Discord's markdown within a line, and gives up safely on deep nesting. */
import { parse } from 'discord-markdown-parser';

/** A piece of a message as the parser sees it. */
export interface Node {
  readonly type: string;
  readonly content?: readonly Node[] | Node | string;
  readonly [more: string]: unknown;
}

/** Deeper than anybody writes, and far from what a browser can draw. */
const MAX_DEPTH = 50;

function isShallow(content: Node['content'], left: number): boolean {
  if (content === undefined || typeof content === 'string') return true;
  if (left === 0) return false;
  const nodes = Array.isArray(content) ? (content as readonly Node[]) : [content as Node];
  return nodes.every((node) => isShallow(node.content, left - 1));
}

/** Discord's markdown inside a line; plain text where the parser gives up, or would nest without end. */
export function parsed(words: string): readonly Node[] {
  const plain = [{ type: 'text', content: words }];
  try {
    const nodes: readonly Node[] = parse(words, 'extended');
    return isShallow(nodes, MAX_DEPTH) ? nodes : plain;
  } catch {
    return plain;
  }
}
