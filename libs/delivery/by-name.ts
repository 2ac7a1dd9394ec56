interface Named {
  readonly id: string;
  readonly name: string;
}

/** The order of lists of members: by name, and by id where names are alike. */
export const byName = (a: Named, b: Named): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
