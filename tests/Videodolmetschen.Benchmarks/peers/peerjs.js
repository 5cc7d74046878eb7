// The signalling server that PeerJS ships.
const { PeerServer } = require('peer');

PeerServer({ port: Number(process.argv[2]), host: '127.0.0.1', path: '/', alive_timeout: 600000 }, () => console.log('ready'));

// Memory is measured after a full collection.
process.on('SIGUSR2', () => globalThis.gc?.());
