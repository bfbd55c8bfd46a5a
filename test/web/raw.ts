import { connect } from 'node:net';

/** Sends bytes to a port of this machine and resolves with what came back until the connection ended, or was ended. */
export function sendRaw(port: number, bytes: string | Buffer, end = true): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (data) => {
      chunks.push(data);
      // Kept alive: the answer is there.
      if (!end) socket.destroy();
    });
    // A connection that is reset is an answer too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    if (end) socket.end(bytes);
    else socket.write(bytes);
  });
}
