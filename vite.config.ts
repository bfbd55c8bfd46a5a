import { defineConfig } from 'vite';

/** Builds the page of the local Discord; everything else is compiled by tsc. */
export default defineConfig({
  root: 'src/playground/page',
  base: './',
  build: { outDir: '../../../dist/page', emptyOutDir: true, modulePreload: { polyfill: false } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
