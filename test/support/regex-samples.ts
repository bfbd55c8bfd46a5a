/** Strings that a pattern is made of: enough of them that each of its alternatives is in one. */

type Samples = readonly string[];

const MOST = 40;
const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', S: 'x', b: '', B: '' };

/** Every sample of one beside one of the other; the shorter list begins again. */
function beside(left: Samples, right: Samples): Samples {
  const length = Math.min(MOST, Math.max(left.length, right.length));
  return Array.from(
    { length },
    (_, index) => `${left[index % left.length] ?? ''}${right[index % right.length] ?? ''}`,
  );
}

class Pattern {
  #at = 0;

  constructor(private readonly source: string) {}

  either(): Samples {
    const found = [...this.#sequence()];
    while (this.source[this.#at] === '|') {
      this.#at += 1;
      found.push(...this.#sequence());
    }
    return found;
  }

  #sequence(): Samples {
    let found: Samples = [''];
    while (this.#at < this.source.length && !/[|)]/.test(this.source[this.#at] ?? '')) {
      found = beside(found, this.#repeated(this.#piece()));
    }
    return found;
  }

  /** A piece as often as its quantifier allows: the fewest times and a few more. */
  #repeated(piece: Samples): Samples {
    const [whole = '', least, , most] =
      /^(?:\{(\d+)(,(\d*))?\}|[?*+])\??/.exec(this.source.slice(this.#at)) ?? [];
    this.#at += whole.length;
    if (whole === '') return piece;
    const from = least === undefined ? (whole.startsWith('+') ? 1 : 0) : Number(least);
    const to = whole.startsWith('?') ? 1 : Number(most ?? least ?? from + 2);
    const counts = [...new Set([Math.min(to, from + 2), from])];
    return counts.flatMap((count) =>
      count === 0 ? [''] : Array.from({ length: count }, () => piece).reduce(beside),
    );
  }

  #piece(): Samples {
    const char = this.source[this.#at] ?? '';
    this.#at += 1;
    if (char === '(') return this.#group();
    if (char === '[') return this.#oneOf();
    if (char === '\\') return this.#escaped();
    return [char === '^' || char === '$' ? '' : char];
  }

  #escaped(): Samples {
    const char = this.source[this.#at] ?? '';
    this.#at += 1;
    const property = /^[pP]$/.test(char) ? /^\{[^}]*\}/.exec(this.source.slice(this.#at))?.[0] : undefined;
    this.#at += property?.length ?? 0;
    if (property !== undefined) return [property.includes('Lu') ? 'A' : 'a'];
    // What a group has matched is a mark between figures here.
    return [CLASSES[char] ?? (/\d/.test(char) ? '/' : char)];
  }

  #group(): Samples {
    const kind = /^\?(?:<?[=!]|:|<\w+>)/.exec(this.source.slice(this.#at))?.[0] ?? '';
    this.#at += kind.length;
    const inside = this.either();
    this.#at += 1;
    return /[=!]$/.test(kind) ? [''] : inside;
  }

  #oneOf(): Samples {
    const from = this.#at;
    while (this.source[this.#at] !== ']') this.#at += this.source[this.#at] === '\\' ? 2 : 1;
    const inside = this.source.slice(from, this.#at);
    this.#at += 1;
    if (inside.startsWith('^')) return ['x'];
    const plain = inside.replaceAll(/\\[pdwsS](?:\{[^}]*\})?/g, '1').replaceAll('\\', '');
    return [plain[0] ?? '', plain.at(-1) ?? ''];
  }
}

/** Up to about 40 strings of the pattern, what it only looks ahead or back for left out. */
export const samplesOf = ({ source }: RegExp): readonly string[] => [
  ...new Set(new Pattern(source).either().map((one) => one.trim())),
];
