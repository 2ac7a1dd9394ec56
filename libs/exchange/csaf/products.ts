import type { CsafBranch, CsafDocument } from './document.js';

/** Every product of a document's tree by its id, by its full name: CSAF 2.0, section 3.2.2. */
export function productsOf({ product_tree: tree }: CsafDocument): ReadonlyMap<string, string> {
  const products = new Map<string, string>();
  const waiting: CsafBranch[] = [...(tree?.branches ?? [])];
  for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
    if (branch.product) products.set(branch.product.product_id, branch.product.name);
    waiting.push(...(branch.branches ?? []));
  }
  for (const product of tree?.full_product_names ?? []) products.set(product.product_id, product.name);
  for (const { full_product_name: product } of tree?.relationships ?? [])
    products.set(product.product_id, product.name);
  return products;
}

const AFFECTED = ['known_affected', 'first_affected', 'last_affected', 'under_investigation'];

/** The names of the products that a vulnerability may affect; of all products, where no status is told. */
export function affectedOf(document: CsafDocument): string[] {
  const products = productsOf(document);
  const statuses = (document.vulnerabilities ?? []).flatMap(({ product_status: status }) =>
    status ? [status] : [],
  );
  const ids = statuses.flatMap((status) => AFFECTED.flatMap((name) => status[name] ?? []));
  const names = statuses.length > 0 ? ids.map((id) => products.get(id)) : [...products.values()];
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}
