import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Wire } from './connection';

/** SignalR over a WebSocket, without the extra round trip of negotiation. */
export function openWire(url = '/hubs/interpreting'): Wire {
  const hub = new HubConnectionBuilder()
    .withUrl(url, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
  hub.keepAliveIntervalInMilliseconds = 5_000;
  hub.serverTimeoutInMilliseconds = 30_000;
  return hub;
}
