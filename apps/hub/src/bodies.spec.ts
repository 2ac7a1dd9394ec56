import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { guardBodies } from './bodies.js';

const LIMIT = 1_000;
const PIECE = 'x'.repeat(100);

describe('a body', () => {
  let server: FastifyInstance;
  let socket: Socket;
  let told: string;

  beforeAll(async () => {
    server = Fastify();
    guardBodies(server, LIMIT, (path) => path === '/stream' || path === '/refusing');
    server.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload));
    server.post('/stream', async ({ body }) => {
      let size = 0;
      for await (const chunk of body as Readable) size += chunk.length;
      return { size };
    });
    server.post('/refusing', async ({ body }) => {
      await (body as Readable).iterator({ destroyOnReturn: false }).next();
      return { refused: true };
    });
    server.post('/whole', async ({ body }) => body);
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  beforeEach(async () => {
    const { port } = server.server.address() as { port: number };
    socket = connect(port, '127.0.0.1');
    told = '';
    socket.on('data', (chunk) => {
      told += chunk.toString();
    });
    await once(socket, 'connect');
  });
  afterEach(() => socket.destroy());

  const begin = (path: string, length: number, type = 'application/octet-stream') =>
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: hub\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`,
    );
  const until = async (words: string) => {
    while (!told.includes(words)) await once(socket, 'data');
  };

  it('that keeps coming may take as long as it takes', async () => {
    begin('/stream', 15 * PIECE.length);
    for (let piece = 0; piece < 15; piece += 1) {
      await new Promise((resolve) => setTimeout(resolve, LIMIT / 10));
      socket.write(PIECE);
    }
    await until('{"size":1500}');
  });

  it('that comes no more is ended', async () => {
    begin('/stream', 1_000);
    socket.write(PIECE);
    await once(socket, 'close');
    expect(told).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that is to be whole in time is ended by then, however it keeps coming', async () => {
    begin('/whole', 1_000, 'application/json');
    const coming = setInterval(() => socket.write(' '), LIMIT / 10);
    await once(socket, 'close');
    clearInterval(coming);
    expect(told).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that nobody wants any more does not stand in the way of the next', async () => {
    begin('/refusing', 2_000_000);
    socket.write('x'.repeat(2_000_000));
    await until('{"refused":true}');
    begin('/whole', 2, 'application/json');
    socket.write('{}');
    await until('\r\n\r\n{}');
  });
});
