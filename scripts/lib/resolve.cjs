/** How `#library` and `./file.js` resolve to TypeScript sources, for tools that read webpack's way of saying it. */
const { readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');

const libs = resolve(__dirname, '../../libs');

module.exports = {
  resolve: {
    alias: Object.fromEntries(
      [...readdirSync(libs), 'platform/outgoing'].map((name) => [`#${name}$`, join(libs, name, 'index.ts')]),
    ),
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
};
