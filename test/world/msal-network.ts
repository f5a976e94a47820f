import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { ClientInit } from './client.ts';
import type { World } from './world.ts';

/** A network client for MSAL that finds the world at Microsoft's addresses. */
export function msalNetwork(world: World): INetworkModule {
  const send = async <T>(
    url: string,
    method: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> => {
    const init: ClientInit = {
      method,
      headers: options.headers ?? {},
      ...(options.body === undefined ? {} : { body: options.body }),
    };
    const { status, headers, body } = await world.request(url, init);
    const flat = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    return { status, headers: Object.fromEntries(flat), body: parse(body) as T };
  };
  return {
    sendGetRequestAsync: (url, options) => send(url, 'GET', options),
    sendPostRequestAsync: (url, options) => send(url, 'POST', options),
  };
}

/** MSAL's own clients hand over what is not JSON as an empty object as well. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
