// Relays as the documentation of socket.io shows it: to the room that each socket is in by its id or name.
const { createServer } = require('node:http');
const { Server } = require('socket.io');

const http = createServer();
new Server(http, { transports: ['websocket'], perMessageDeflate: false }).on('connection', socket => {
  socket.on('enter', name => socket.join(name));
  socket.on('signal', (to, payload) => socket.to(to).emit('signal', payload));
});
http.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));

// Memory is measured after a full collection.
process.on('SIGUSR2', () => globalThis.gc?.());
