import { document } from './document.js';
import { store } from './store.js';

const ASKING = document<unknown, { readonly page: number }>('query { page }');
const MANY = 200;

const entry = (page: number) => store.entry(ASKING, { page });
const show = (page: number) => entry(page).listeners.add(() => {});

afterEach(() => store.clear());

describe('what is known of questions', () => {
  it('is one and the same for a page that asks again before it shows it, however much is shown besides', () => {
    for (let page = 0; page < MANY; page += 1) show(page);
    const made = entry(MANY);
    expect(entry(MANY)).toBe(made);
    for (let page = 0; page < MANY; page += 1) expect(entry(page).listeners.size).toBe(1);
  });

  it('is forgotten once others have been asked for and no page shows it', () => {
    const shown = entry(0);
    show(0);
    const left = entry(1);
    for (let page = 2; page < MANY; page += 1) entry(page);
    expect(entry(0)).toBe(shown);
    expect(entry(1)).not.toBe(left);
  });

  it('is kept for a page to which one comes back', () => {
    const first = entry(0);
    for (let page = 1; page < MANY; page += 1) {
      entry(page);
      expect(entry(0)).toBe(first);
    }
  });
});
