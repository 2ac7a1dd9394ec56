import { PasswordHasher } from './hasher.js';

const PASSWORD = 'kettle juniper marble 71';

describe('hashing passwords', () => {
  it('is argon2id with 19 MiB and two passes, salted', async () => {
    const hasher = new PasswordHasher();
    const [one, other] = await Promise.all([hasher.hash(PASSWORD), hasher.hash(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
  });

  it('takes the right password and no other, to the last character', async () => {
    const hasher = new PasswordHasher();
    const long = 'kettle juniper '.repeat(17);
    const hash = await hasher.hash(long);
    expect(await hasher.verify(hash, long)).toBe(true);
    expect(await hasher.verify(hash, long.slice(0, -1))).toBe(false);
    expect(await hasher.verify(hash, `${long}x`)).toBe(false);
    expect(await hasher.verify(hash, long.toUpperCase())).toBe(false);
  });

  it('takes a password however its accents are typed', async () => {
    const hasher = new PasswordHasher();
    const hash = await hasher.hash('crème brûlée für Zoë'.normalize('NFD'));
    expect(await hasher.verify(hash, 'crème brûlée für Zoë'.normalize('NFC'))).toBe(true);
  });

  it('is never right for nobody', async () => {
    expect(await new PasswordHasher().verify(null, PASSWORD)).toBe(false);
  });

  it('refuses rather than remembers when a storm comes, and goes on after it', async () => {
    const hasher = new PasswordHasher();
    const storm = await Promise.allSettled(Array.from({ length: 110 }, () => hasher.verify(null, PASSWORD)));
    const refused = storm.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(8);
    for (const one of refused) expect(one).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
    expect(await hasher.verify(await hasher.hash(PASSWORD), PASSWORD)).toBe(true);
  });
});
