import { AsyncLocalStorage } from 'node:async_hooks';
import { Wakeups } from './wakeups.js';

describe('Wakeups', () => {
  it('wake who listens on the channel, until they stop', () => {
    const heard: string[] = [];
    const wakeups = new Wakeups(() => {});
    const off = wakeups.on('releases', () => heard.push('first'));
    wakeups.on('releases', () => heard.push('second'));
    wakeups.on('audit', () => heard.push('audit'));
    wakeups.wake('releases');
    off();
    wakeups.wake('releases');
    wakeups.wake('nobody');
    expect(heard).toEqual(['first', 'second', 'second']);
    wakeups.wakeAll();
    expect(heard.slice(3)).toEqual(['second', 'audit']);
  });

  it('wake the others when one fails, and report it', () => {
    const reported: unknown[] = [];
    const heard: string[] = [];
    const wakeups = new Wakeups((error) => reported.push(error));
    const fault = new Error('fault');
    wakeups.on('releases', () => {
      throw fault;
    });
    wakeups.on('releases', () => heard.push('second'));
    wakeups.wake('releases');
    expect(heard).toEqual(['second']);
    expect(reported).toEqual([fault]);
  });

  it('run a listener where it began to listen, not where it was woken', () => {
    const storage = new AsyncLocalStorage<string>();
    const wakeups = new Wakeups(() => {});
    let seen: string | undefined;
    storage.run('listener', () => wakeups.on('releases', () => (seen = storage.getStore())));
    storage.run('writer', () => wakeups.wake('releases'));
    expect(seen).toBe('listener');
  });
});
