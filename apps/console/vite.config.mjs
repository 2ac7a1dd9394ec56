import { join } from 'node:path';
import { defineConfig } from 'vite';
import { boundaries } from './build/boundaries.mjs';
import { compressed } from './build/compressed.mjs';
import { icons } from './build/icons.mjs';
import { uswds } from './build/uswds.mjs';

const folder = import.meta.dirname;
const modules = join(folder, '../../node_modules');
const entities = join(modules, 'decode-named-character-reference/index.js');

/** Files are named after what is in them, so that a browser may keep them for good. */
export default defineConfig({
  root: folder,
  base: '/',
  publicDir: false,
  plugins: [
    boundaries(`${folder}/src`),
    uswds(`${folder}/src`),
    icons(),
    compressed(`${folder}/../../dist/console/console`),
  ],
  // Its other version has the browser parse `&amp;` as markup, which the page's policy forbids.
  resolve: { alias: { 'decode-named-character-reference': entities } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: '../../dist/console',
    assetsDir: 'console',
    emptyOutDir: true,
    // Which file needs which: the budget of each page is counted from it.
    manifest: true,
    target: ['es2022', 'chrome107', 'firefox104', 'safari16'],
    assetsInlineLimit: 1_500,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
});
