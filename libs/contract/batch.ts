import DataLoader from 'dataloader';

/** Gathers the ids that one operation asks for at one time, and reads them in one statement; each only once. */
export type Batch<T> = Pick<DataLoader<string, T | undefined>, 'load'>;

/** @param read reads what there is of these ids; what it leaves out is `undefined` */
export const batchOf = <T>(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): Batch<T> =>
  new DataLoader<string, T | undefined>(async (ids) => {
    const found = await read(ids);
    return ids.map((id) => found.get(id));
  });
