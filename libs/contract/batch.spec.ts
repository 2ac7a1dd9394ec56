import { batchOf } from './batch.js';

describe('a batch', () => {
  it('reads in one go what is asked for at one time, each once', async () => {
    const reads: (readonly string[])[] = [];
    const batch = batchOf(async (ids) => {
      reads.push(ids);
      return new Map(ids.filter((id) => id !== 'absent').map((id) => [id, `the ${id}`]));
    });
    const asked = ['a', 'b', 'a', 'absent'].map((id) => batch.load(id));
    expect(await Promise.all(asked)).toEqual(['the a', 'the b', 'the a', undefined]);
    expect(await batch.load('b')).toBe('the b');
    expect(await batch.load('c')).toBe('the c');
    expect(reads).toEqual([['a', 'b', 'absent'], ['c']]);
  });

  it('gathers also what is asked for a few turns later, as resolvers do', async () => {
    let reads = 0;
    const batch = batchOf(async (ids) => {
      reads += 1;
      return new Map(ids.map((id) => [id, id]));
    });
    const later = async (id: string) => {
      await undefined;
      return batch.load(id);
    };
    await Promise.all([batch.load('a'), later('b'), later('c')]);
    expect(reads).toBe(1);
  });

  it('fails for all who asked, and only for them', async () => {
    let broken = true;
    const batch = batchOf(async (ids) => {
      if (broken) throw new Error('It cannot be read.');
      return new Map(ids.map((id) => [id, id]));
    });
    await expect(Promise.all([batch.load('a'), batch.load('b')])).rejects.toThrow('It cannot be read.');
    broken = false;
    expect(await batch.load('c')).toBe('c');
  });
});
