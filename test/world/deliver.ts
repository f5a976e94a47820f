import type { ServerResponse } from 'node:http';
import type { Reply } from './exchange.ts';
import type { DeliveryFault } from './faults.ts';

/** Sends the reply, or what the fault makes of it. Returns the status that went out, or null when none did. */
export function deliver(
  response: ServerResponse,
  reply: Reply,
  fault: DeliveryFault | undefined,
): number | null {
  if (fault === undefined) return send(response, reply);
  switch (fault.kind) {
    case 'status':
      return send(response, errorReply(fault.status, fault.retryAfterSeconds));
    case 'slow': {
      const timer = setTimeout(() => send(response, reply), fault.milliseconds);
      response.once('close', () => clearTimeout(timer));
      return reply.status;
    }
    case 'silent':
      return null;
    case 'cut': {
      const bytes = Buffer.from(reply.body.padEnd(64));
      response.writeHead(reply.status, { ...reply.headers, 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
      return reply.status;
    }
    case 'broken-json':
      return send(response, { ...reply, body: reply.body.slice(0, Math.max(1, reply.body.length >> 1)) });
    case 'content-type':
      return send(response, {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Guest network</title><p>Accept the terms to go on.',
      });
    case 'page':
      return send(response, {
        status: fault.status,
        headers: { 'content-type': 'text/html' },
        body: '\n<!DOCTYPE html><title>Refused</title><p>Ask the help desk.',
      });
    case 'other-success':
      return send(response, { ...reply, status: fault.status, body: fault.status === 204 ? '' : reply.body });
    case 'marked':
      return send(response, {
        ...reply,
        headers: { ...reply.headers, 'content-type': 'text/plain' },
        body: `\uFEFF${reply.body}`,
      });
    case 'challenge': {
      const claims = Buffer.from(fault.claims).toString('base64');
      const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`;
      return send(response, {
        status: fault.status ?? 401,
        headers: { 'content-type': 'application/json', 'www-authenticate': challenge },
        body: JSON.stringify({
          error: { code: 'InvalidAuthenticationToken', message: 'Continuous access evaluation.' },
        }),
      });
    }
    case 'error-body':
      return send(response, { ...errorReply(500, undefined), status: 200 });
    case 'redirect':
      break;
  }
  return send(response, { status: 302, headers: { location: fault.location }, body: '' });
}

function send(response: ServerResponse, reply: Reply): number {
  for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
  response.statusCode = reply.status;
  response.end(reply.body);
  return reply.status;
}

function errorReply(status: number, retryAfterSeconds: number | undefined): Reply {
  const code = status === 429 ? 'TooManyRequests' : 'ServiceUnavailable';
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify({ error: { code, message: 'The local world was told to fail.' } }),
  };
}
