// A real TURN server on loopback, where coturn is installed.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from './browser.mjs';

const program = process.env.TURNSERVER ?? '/usr/bin/turnserver';
const secret = 'loopback';
export const relayInstalled = existsSync(program);

export async function openRelay() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'videodolmetschen-relay-'));
  const options = ['-n', '--use-auth-secret', '--allow-loopback-peers', '--no-cli', '--cli-password=unused'];
  options.push('--no-tls', '--no-dtls', '--realm=test', `--static-auth-secret=${secret}`);
  options.push('--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${port}`);
  options.push('--log-file=stdout', `--userdb=${join(folder, 'db')}`, `--pidfile=${join(folder, 'pid')}`);
  let server;
  const relay = {
    iceServers: [{ urls: [`turn:127.0.0.1:${port}?transport=udp`], ...credentials() }],
    async start() {
      server = spawn(program, options, { stdio: 'ignore' });
      await pause(500);
    },
    async kill() {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
  };
  await relay.start();
  return relay;
}

function credentials() {
  const username = `${Math.floor(Date.now() / 1000) + 3600}:session`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

async function freePort() {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise(resolve => socket.close(resolve));
  return port;
}
