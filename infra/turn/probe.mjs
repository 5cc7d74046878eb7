// Asks a deployed TURN server for what it must refuse. Usage: TURN_SECRET=... node probe.mjs HOST [PORT]
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';

const [host = '127.0.0.1', port = '3478'] = process.argv.slice(2);
const secret = process.env.TURN_SECRET;
if (!secret) throw new Error('TURN_SECRET is missing');

const cookie = 0x2112a442;
const method = { allocate: 0x0003, refresh: 0x0004, permission: 0x0008 };
const attribute = { username: 0x06, integrity: 0x08, error: 0x09, peer: 0x12, realm: 0x14, nonce: 0x15, family: 0x17, transport: 0x19 };
const refusedPeers = [
  '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.1.2.3', '169.254.169.254', '172.16.0.1', '172.31.255.254', '192.168.0.1',
  '0.0.0.0', '198.18.0.1', '255.255.255.255',
];
const refusedMapped = ['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.0.1'];

const write = (type, value) => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
};

function message(type, attributes, key) {
  const body = Buffer.concat(attributes);
  const head = Buffer.alloc(20);
  head.writeUInt16BE(type, 0);
  head.writeUInt32BE(cookie, 4);
  randomBytes(12).copy(head, 8);
  head.writeUInt16BE(body.length + (key ? 24 : 0), 2);
  const whole = Buffer.concat([head, body]);
  return key ? Buffer.concat([whole, write(attribute.integrity, createHmac('sha1', key).update(whole).digest())]) : whole;
}

function read(packet) {
  const found = { type: packet.readUInt16BE(0) };
  for (let at = 20; at + 4 <= packet.length; ) {
    const length = packet.readUInt16BE(at + 2);
    const value = packet.subarray(at + 4, at + 4 + length);
    const type = packet.readUInt16BE(at);
    if (type === attribute.error) found.error = value[2] * 100 + value[3];
    if (type === attribute.realm) found.realm = value.toString();
    if (type === attribute.nonce) found.nonce = value;
    at += 4 + length + ((4 - (length % 4)) % 4);
  }
  return found;
}

function peerAddress(ip, mapped) {
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(cookie, 0);
  const plain = Buffer.from(ip.split('.').map(Number));
  const address = mapped ? Buffer.concat([Buffer.alloc(10), Buffer.from([0xff, 0xff]), plain]) : plain;
  const head = Buffer.from([0, mapped ? 2 : 1, 0, 0]);
  head.writeUInt16BE(9 ^ (cookie >>> 16), 2);
  return { head, address, mask };
}

class Client {
  constructor(user, password) {
    this.user = user;
    this.password = password;
    this.socket = createSocket('udp4');
  }

  send(packet) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer from ${host}:${port}`)), 3000);
      this.socket.once('message', (answer) => {
        clearTimeout(timer);
        resolve(read(answer));
      });
      this.socket.send(packet, Number(port), host);
    });
  }

  signed(type, attributes) {
    const identity = [write(attribute.username, Buffer.from(this.user)), write(attribute.realm, Buffer.from(this.realm)), write(attribute.nonce, this.nonce)];
    return this.send(message(type, [...attributes, ...identity], this.key));
  }

  async allocate(...more) {
    const wanted = [write(attribute.transport, Buffer.from([17, 0, 0, 0])), ...more];
    const challenge = await this.send(message(method.allocate, wanted));
    this.realm = challenge.realm ?? '';
    this.nonce = challenge.nonce ?? Buffer.alloc(0);
    this.key = createHash('md5').update(`${this.user}:${this.realm}:${this.password}`).digest();
    return this.signed(method.allocate, wanted);
  }

  permit(ip, mapped) {
    const { head, address, mask } = peerAddress(ip, mapped);
    const packetMask = Buffer.from(mask);
    // The mask of an IPv6 address needs the transaction id, so the packet is built by hand here.
    const id = randomBytes(12);
    id.copy(packetMask, 4);
    const hidden = Buffer.from(address.map((byte, index) => byte ^ packetMask[index]));
    const identity = [write(attribute.username, Buffer.from(this.user)), write(attribute.realm, Buffer.from(this.realm)), write(attribute.nonce, this.nonce)];
    const body = Buffer.concat([write(attribute.peer, Buffer.concat([head, hidden])), ...identity]);
    const start = Buffer.alloc(20);
    start.writeUInt16BE(method.permission, 0);
    start.writeUInt16BE(body.length + 24, 2);
    start.writeUInt32BE(cookie, 4);
    id.copy(start, 8);
    const whole = Buffer.concat([start, body]);
    return this.send(Buffer.concat([whole, write(attribute.integrity, createHmac('sha1', this.key).update(whole).digest())]));
  }

  async close() {
    if (this.key) await this.signed(method.refresh, [write(0x0d, Buffer.alloc(4))]).catch(() => undefined);
    this.socket.close();
  }
}

const passwordOf = (user, key = secret) => createHmac('sha1', key).update(user).digest('base64');
const userUntil = (seconds) => `${Math.floor(Date.now() / 1000) + seconds}:probe-${randomBytes(4).toString('hex')}`;
let wrong = 0;
function judge(what, ok, answer) {
  if (!ok) wrong++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${answer?.error ? ` (${answer.error})` : ''}`);
}

const good = userUntil(300);
const client = new Client(good, passwordOf(good));
const allocated = await client.allocate();
judge('fresh credentials get a relay', allocated.type === 0x0103, allocated);
const outside = await client.permit('9.9.9.9', false);
judge('a relay towards a public address', outside.type === 0x0108, outside);
for (const peer of refusedPeers) {
  const answer = await client.permit(peer, false);
  judge(`no relay towards ${peer}`, answer.type === 0x0118, answer);
}
for (const peer of refusedMapped) {
  const answer = await client.permit(peer, true);
  judge(`no relay towards ::ffff:${peer}`, answer.type === 0x0118, answer);
}
await client.close();

const ipv6 = new Client(good, passwordOf(good));
const overIpv6 = await ipv6.allocate(write(attribute.family, Buffer.from([2, 0, 0, 0])));
judge('no relay over IPv6', overIpv6.type === 0x0113, overIpv6);
await ipv6.close();

const attacks = { 'expired credentials': [userUntil(-60), secret], 'forged credentials': [userUntil(300), 'forged'] };
for (const [what, [user, key]] of Object.entries(attacks)) {
  const attacker = new Client(user, passwordOf(user, key));
  const answer = await attacker.allocate();
  judge(`${what} are refused`, answer.type === 0x0113, answer);
  attacker.socket.close();
}

console.log(wrong === 0 ? 'everything that must be refused is refused' : `${wrong} answers are wrong`);
process.exit(wrong === 0 ? 0 : 1);
