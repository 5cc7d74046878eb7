// A real mail server for the tests, and readers that know nothing of our writers: mailparser and ical.js.
//   node server.mjs PORT        0: any port; prints "SMTP-PORT CONTROL-PORT" once it listens
// A recipient whose local part ends in "-550" or another code is refused with it; "-once-451" only the first time.
import http from 'node:http';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const mails = [];
const refusedOnce = new Set();
let attempts = 0;
let hold = null;

const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const smtp = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  logger: false,
  onAuth: (auth, _, done) => (auth.password === 'richtig' ? done(null, { user: auth.username }) : done(refusal(535, 'wrong password'))),
  onMailFrom: (address, _, done) => (address.address.startsWith('unbekannt') ? done(refusal(550, `not you ${address.address}`)) : done()),
  onRcptTo({ address }, _, done) {
    attempts += 1;
    const [, once, code] = /(-once)?-(\d{3})@/.exec(address) ?? [];
    if (!code || (once && refusedOnce.has(address))) return done();
    refusedOnce.add(address);
    done(refusal(Number(code), `no such mailbox ${address}`));
  },
  async onData(stream, session, done) {
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    mails.push(await read(raw, session.envelope));
    if (hold) {
      hold.reached();
      await hold.released;
    }
    done();
  },
});
// Whoever is cut off in the middle is no fault of the server.
smtp.on('error', () => {});

async function read(raw, envelope) {
  const mail = await simpleParser(raw);
  const calendars = mail.attachments.filter(part => part.contentType === 'text/calendar' || part.contentType === 'application/ics');
  return {
    messageId: mail.messageId,
    envelopeTo: envelope.rcptTo.map(one => one.address),
    to: mail.to.text,
    from: mail.from.text,
    replyTo: mail.replyTo?.text ?? null,
    subject: mail.subject,
    text: mail.text,
    html: mail.html || null,
    headers: mail.headerLines.map(line => line.key),
    parts: calendars.map(part => ({ type: part.contentType, fileName: part.filename ?? null })),
    contentTypes: [...raw.toString('utf8').matchAll(/^content-type: *([^;\r\n]+)(?:;[ \t\r\n]*([^\r\n]*(?:\r\n[ \t][^\r\n]*)*))?/gim)].map(
      ([, type, rest]) => `${type.toLowerCase()}; ${(rest ?? '').replace(/\s+/g, ' ')}`,
    ),
    calendars: calendars.map(part => readCalendar(part.content.toString('utf8'))),
  };
}

function readCalendar(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
  const component = event.component;
  const alarm = component.getFirstSubcomponent('valarm');
  const attendee = component.getFirstProperty('attendee');
  return {
    method: calendar.getFirstPropertyValue('method'),
    zones: calendar.getAllSubcomponents('vtimezone').map(zone => zone.getFirstPropertyValue('tzid')),
    longestLine: Math.max(...text.split('\r\n').map(line => Buffer.byteLength(line))),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    startText: component.getFirstProperty('dtstart').toICALString(),
    minutes: event.duration.toSeconds() / 60,
    summary: event.summary,
    description: event.description,
    organizer: component.getFirstPropertyValue('organizer'),
    attendee: attendee.getFirstValue(),
    attendeeName: attendee.getParameter('cn'),
    alarmMinutes: alarm && alarm.getFirstPropertyValue('trigger').toSeconds() / 60,
    properties: component.getAllProperties().map(property => property.name),
  };
}

/** What a calendar program shows after these mails (RFC 5546): by UID the highest SEQUENCE, without what was cancelled. */
function calendarOf(address) {
  const entries = new Map();
  for (const { envelopeTo, calendars } of mails) {
    const [one] = calendars;
    if (!one || !envelopeTo.includes(address)) continue;
    const known = entries.get(one.uid);
    if (!known || one.sequence >= known.sequence) entries.set(one.uid, one);
  }
  return [...entries.values()].filter(one => one.method !== 'CANCEL');
}

const ways = {
  '/mails': () => mails,
  '/attempts': () => attempts,
  '/calendar': url => calendarOf(url.searchParams.get('of')),
  '/parse': (_, body) => readCalendar(body),
  '/hold': () => {
    hold = {};
    hold.isReached = new Promise(resolve => (hold.reached = resolve));
    hold.released = new Promise(resolve => (hold.release = resolve));
  },
  '/reached': () => hold.isReached,
  '/release': () => {
    hold.release();
    hold = null;
  },
};

const control = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url, 'http://localhost');
  try {
    const answer = await ways[url.pathname](url, Buffer.concat(chunks).toString('utf8'));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ?? null));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error.stack));
  }
});

smtp.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () =>
  control.listen(0, '127.0.0.1', () => console.log(`${smtp.server.address().port} ${control.address().port}`)),
);
// The tests' end is this process's end, however they ended.
process.stdin.on('end', () => process.exit()).resume();
