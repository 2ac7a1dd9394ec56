import { dirname, relative, resolve } from 'node:path';

const SPECIFIER = /\b(?:from|import)\s*\(?\s*'([^']+)'/g;

/** What a source may name: a file of the console, a package, or what is made while bundling. */
function outside(file, folder) {
  return (specifier) => {
    if (specifier.startsWith('#')) return true;
    if (!specifier.startsWith('.')) return false;
    return relative(folder, resolve(dirname(file), specifier)).startsWith('..');
  };
}

/** The first circle among the console's own modules, as a list of files; undefined where there is none. */
function circle(context, folder) {
  const done = new Set();
  const visit = (id, way) => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id) || !id.startsWith(folder)) return undefined;
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) {
      const found = visit(next, [...way, id]);
      if (found) return found;
    }
    done.add(id);
    return undefined;
  };
  for (const id of context.getModuleIds()) {
    const found = visit(id, []);
    if (found) return found.map((each) => relative(folder, each));
  }
  return undefined;
}

/**
 * Holds the console to its boundary, types included: it knows what is generated from schema/, and nothing else of the product; and no
 * module of it imports itself by a way round. The tool that holds the rest of the house to its order cannot read JSX.
 */
export const boundaries = (folder) => ({
  name: 'watchfire-boundaries',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(folder)) return null;
    const bad = [...code.matchAll(SPECIFIER)].map(([, name]) => name).find(outside(id, folder));
    if (bad)
      this.error(`${relative(folder, id)} imports ${bad}: the console sees its own files and packages only.`);
    return null;
  },
  buildEnd(error) {
    const found = error ? undefined : circle(this, folder);
    if (found) this.error(`A circle of imports: ${found.join(' → ')}`);
  },
});
