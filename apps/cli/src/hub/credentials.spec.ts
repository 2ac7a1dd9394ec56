import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newHome } from '../testing/run.fixture.js';
import type { Kept } from './bearers.js';
import { credentialsFile, readCredentials, withHub, writeCredentials } from './credentials.js';

const kept = (email: string): Kept => ({
  email,
  token: null,
  key: { id: 'k', secret: 's', expiresAt: '2030-01-01T00:00:00.000Z' },
});
const newFile = () => credentialsFile({ XDG_CONFIG_HOME: newHome() });
const none = { version: 1, current: null, hubs: {} } as const;

describe('what sign-in keeps', () => {
  it('is read back, and nobody else may read it', async () => {
    const file = newFile();
    const written = withHub(none, 'https://a.example', kept('a'));
    await writeCredentials(file, written);
    expect(await readCredentials(file)).toEqual(written);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readdir(dirname(file))).toEqual(['credentials.json']);
  });

  it('is nothing where there is no file', async () => {
    expect(await readCredentials(newFile())).toEqual(none);
  });

  it('is closed to others when somebody opened it', async () => {
    const file = newFile();
    await writeCredentials(file, none);
    await chmod(file, 0o644);
    await readCredentials(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '[]', '{"version":2,"hubs":{}}', 'null'])('is not guessed from %j', async (text) => {
    const file = newFile();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    await expect(readCredentials(file)).rejects.toThrow('is not what sign-in writes');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('is kept by hub; the last signed in to is meant when none is named', () => {
    const one = withHub(none, 'https://a.example', kept('a'));
    const two = withHub(one, 'https://b.example', kept('b'));
    expect(two.current).toBe('https://b.example');
    expect(Object.keys(two.hubs)).toEqual(['https://a.example', 'https://b.example']);
    expect(withHub(two, 'https://b.example', null)).toEqual(one);
    expect(withHub(two, 'https://a.example', null).current).toBe('https://b.example');
    expect(withHub(one, 'https://a.example', null)).toEqual(none);
  });
});
