import { createServer, type IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';

/**
 * What the hub is measured against: a WebSocket server that sends the same bytes to every socket, knows nothing of GraphQL and
 * asks nobody who they are. `POST /broadcast` sends its body, and answers when it began.
 */
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const server = createServer(async (request, response) => {
  const bytes = await bodyOf(request);
  if (request.url !== '/broadcast') return response.end('ready');
  const began = Date.now();
  for (const socket of sockets.clients) socket.send(bytes, { binary: false });
  return response.end(JSON.stringify({ began }));
});
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => opened.on('error', () => opened.terminate()));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
