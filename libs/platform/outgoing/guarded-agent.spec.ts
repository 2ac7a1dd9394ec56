import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { guardedAgent } from './guarded-agent.js';
import { AddressRefused, Networks } from './networks.js';

describe('a guarded agent', () => {
  let server: Server;
  let port: number;
  let asked = 0;

  beforeAll(async () => {
    server = createServer((_, response) => {
      asked += 1;
      response.end('here');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });

  afterAll(() => server.close());

  /** What an agent that may connect to these networks reads there. */
  async function read(host: string, allowed: readonly string[]): Promise<string> {
    const agent = guardedAgent(new Networks(allowed), {});
    try {
      const { body } = await request(`http://${host}:${port}/`, { dispatcher: agent });
      return await body.text();
    } finally {
      await agent.destroy();
    }
  }

  it.each(['127.0.0.1', 'localhost'])('connects to %s where the operator allows it', async (host) => {
    expect(await read(host, ['127.0.0.0/8', '::1'])).toBe('here');
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433'])(
    'connects to %s nowhere else, and nothing comes there',
    async (host) => {
      const before = asked;
      await expect(read(host, [])).rejects.toThrow(AddressRefused);
      await expect(read(host, ['10.0.0.0/8'])).rejects.toThrow(AddressRefused);
      expect(asked).toBe(before);
    },
  );

  it('says of a name that it leads to a network to which nothing is sent, before it connects', async () => {
    await expect(read('localhost', [])).rejects.toThrow('localhost leads to a network');
  });
});
