import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { PostingThread } from './posting-thread.js';
import { newWebhookSecret } from './sign.js';

interface Came {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('the thread that posts', () => {
  const came: Came[] = [];
  const secrets = [newWebhookSecret()];
  let server: Server;
  let url: string;
  let thread: PostingThread;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      came.push({ headers: request.headers, body: await text(request) });
      response.writeHead(request.url === '/busy' ? 429 : 204, { 'retry-after': '60' }).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    thread = new PostingThread(['127.0.0.1']);
  });

  afterEach(() => came.splice(0));

  afterAll(async () => {
    await thread.close();
    server.close();
  });

  const posting = (id: string, path = '') => ({ id, url: url + path, secrets, at: Date.now() });

  it('signs each and gives each its own body', async () => {
    const bodies = ['{"first":1}', '{"second":2}'].map((one) => Buffer.from(one));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        thread.post(posting(`id-${place}`), bodies[place % 2] as Buffer),
      ),
    );
    expect(new Set(outcomes.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ state: 'SENT', said: 'HTTP 204' })]),
    );
    const webhook = new Webhook(secrets[0] as string);
    for (const { headers, body } of came) {
      expect(webhook.verify(body, headers as Record<string, string>)).toBeTruthy();
      expect(body).toBe(String(bodies[Number(String(headers['webhook-id']).slice(3)) % 2]));
    }
    expect(came).toHaveLength(20);
  });

  it('tells apart what became of them', async () => {
    const body = Buffer.from('{}');
    const [sent, busy, refused] = await Promise.all([
      thread.post(posting('a'), body),
      thread.post(posting('b', '/busy'), body),
      thread.post({ ...posting('c'), url: 'http://10.0.0.1/' }, body),
    ]);
    expect(sent).toEqual({ state: 'SENT', said: 'HTTP 204' });
    expect(busy).toMatchObject({ state: 'RETRY', cause: 'BUSY', said: 'HTTP 429' });
    expect(refused).toEqual({ state: 'RETRY', cause: 'ADDRESS_REFUSED' });
  });

  it('connects nowhere that is not allowed', async () => {
    const strict = new PostingThread([]);
    expect(await strict.post(posting('a'), Buffer.from('{}'))).toEqual({
      state: 'RETRY',
      cause: 'ADDRESS_REFUSED',
    });
    expect(came).toEqual([]);
    await strict.close();
  });

  it('says so when what it is given cannot be posted, and goes on', async () => {
    const broken = { ...posting('a'), secrets: null as never };
    const body = Buffer.from('{}');
    const [failed, sent] = await Promise.allSettled([
      thread.post(broken, body),
      thread.post(posting('b'), body),
    ]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('map') } });
    expect(sent).toMatchObject({ status: 'fulfilled', value: { state: 'SENT' } });
  });

  it('leaves nobody waiting when it dies, and is started anew', async () => {
    const doomed = new PostingThread(null as never);
    const post = () => doomed.post(posting('a'), Buffer.from('{}'));
    await expect(Promise.all([post(), post()])).rejects.toThrow('flatMap');
    await expect(post()).rejects.toThrow('flatMap');
    await doomed.close();
  });
});
