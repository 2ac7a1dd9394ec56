import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';

const SHEET = /@uswds\/uswds\/dist\/css\/uswds\.css$/;
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:white|black)\b/gi;

/** What a colour is for decides what it becomes in the dark: white ink on a button stays white, a white page does not. */
function purpose(property) {
  if (/background|fill/.test(property)) return 'bg';
  return /border|outline|shadow/.test(property) ? 'line' : 'ink';
}

const named = { white: '#fff', black: '#000' };

/** `#005ea2` as `var(--bg-005ea2, #005ea2)`, so that a theme may say otherwise. */
function themed(property, value) {
  if (value.includes('url(')) return value;
  return value.replace(COLOUR, (found) => {
    const colour = named[found.toLowerCase()] ?? found.toLowerCase();
    return `var(--${purpose(property)}-${colour.slice(1)}, ${colour})`;
  });
}

function textsBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The classes of USWDS that the console's sources name. */
const classesUsed = (folder) =>
  new Set(textsBelow(folder).flatMap((text) => text.match(/\busa-[a-z0-9_-]+/g) ?? []));

/**
 * Takes from the compiled stylesheet of the U.S. Web Design System the rules of the components that the console uses, an eighth of
 * it, and gives each colour a name, because the design system has no dark mode.
 */
function fitted(css, used) {
  const sheet = postcss.parse(css);
  sheet.walkAtRules('font-face', (rule) => rule.remove());
  sheet.walkRules((rule) => {
    if (rule.parent.type === 'atrule' && rule.parent.name === 'keyframes') return;
    rule.selectors = rule.selectors.filter((selector) =>
      (selector.match(/\.[\w\\:-]+/g) ?? []).every((name) => used.has(name.slice(1).replace(/\\?:.*$/, ''))),
    );
    if (rule.selectors.every((selector) => selector === '')) rule.remove();
  });
  sheet.walkDecls((declaration) => {
    if (declaration.prop === 'font-family') {
      declaration.value = /mono/i.test(declaration.value) ? 'var(--font-mono)' : 'var(--font)';
    } else {
      declaration.value = themed(declaration.prop, declaration.value);
    }
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return sheet.toString();
}

/** Vite's plugin for it. */
export const uswds = (folder) => ({
  name: 'watchfire-uswds',
  enforce: 'pre',
  transform: (code, id) => (SHEET.test(id) ? { code: fitted(code, classesUsed(folder)), map: null } : null),
});
