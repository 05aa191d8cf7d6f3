import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { PEER_HEADER } from './client-address';

let server: Server | null = null;

/** Returns the server that Next has opened. `null`: nobody has asked it for anything yet. */
export const getServer = (): Server | null => server;

/**
 * Writes the address at the other end of the connection into each request, before Next has it. Next passes on what the client
 * wrote into `X-Forwarded-For`, which can be anything.
 */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, server: receiver } = message as { request: IncomingMessage; server: Server };
    server = receiver;
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  });
}
