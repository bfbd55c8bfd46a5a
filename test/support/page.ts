import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A page of `docs` as it is, and as it should be: with `text` between its two marks of that name. With `UPDATE_DOCS=1` it is
 * written.
 */
export function currentPage(
  file: string,
  name: string,
  text: string,
): { readonly page: string; readonly current: string } {
  const path = new URL(`../../docs/${file}`, import.meta.url);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const page = readFileSync(path, 'utf8');
  const current = `${page.slice(0, page.indexOf(begin))}${begin}\n\n${text}\n\n${page.slice(page.indexOf(end))}`;
  if (process.env['UPDATE_DOCS'] !== '1') return { page, current };
  writeFileSync(path, current);
  return { page: current, current };
}
