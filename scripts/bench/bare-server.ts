/** The least that a Node server can do: it sends the same bytes whatever is asked. In a process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Bytes = { headers: Record<string, string>; body: string };

let body = Buffer.alloc(0);
let headers: Record<string, string> = {};

const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

process.on('message', (bytes: Bytes) => {
  body = Buffer.from(bytes.body, 'base64');
  headers = bytes.headers;
  process.send?.('ready');
});
process.on('disconnect', () => process.exit(0));
