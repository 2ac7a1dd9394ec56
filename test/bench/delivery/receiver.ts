import { createServer } from 'node:http';

/**
 * Takes webhooks, and answers 204 at once. It tells when asked: `GET /count` how many came, `POST /forget` begins anew, and
 * `GET /times` when each came, in milliseconds since 1970.
 */
let times: number[] = [];

const told = (url: string | undefined): string => {
  if (url === '/count') return String(times.length);
  return url === '/times' ? JSON.stringify(times) : 'ready';
};

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(told(request.url));
    return;
  }
  request.resume().on('end', () => {
    if (request.url === '/forget') times = [];
    else times.push(Date.now());
    response.writeHead(204).end();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
