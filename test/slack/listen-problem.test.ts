import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listenProblem } from '../../src/slack/connection.ts';

const failureOf = async (port: number, host: string): Promise<unknown> => {
  const server = createServer();
  const failed = once(server, 'error');
  server.listen(port, host);
  return (await failed)[0];
};

describe('a server that cannot listen', () => {
  it('on a port that is taken names the address and the cause', async () => {
    const first = createServer();
    await once(first.listen(0, '127.0.0.1'), 'listening');
    const { port } = first.address() as AddressInfo;
    const problem = listenProblem(await failureOf(port, '127.0.0.1'));
    first.close();
    expect(problem).toBe(
      `Cannot listen on 127.0.0.1:${port}. PORT ${port} is taken. Set PORT to another one, or end what listens there.`,
    );
  });

  it('on an address of another machine', async () => {
    expect(listenProblem(await failureOf(0, '192.0.2.1'))).toContain('HOST 192.0.2.1 is no address of this machine.');
  });

  it('by a name that is not known', async () => {
    const error = Object.assign(new Error('no'), {
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: 'desk.invalid',
    });
    expect(listenProblem(error)).toContain('HOST desk.invalid is no name that is known here.');
  });

  it.each([
    ['EACCES', 'PORT 80 needs rights that this process lacks.'],
    ['EPERM', 'The system says EPERM.'],
  ])('for %s', (code, cause) => {
    const error = Object.assign(new Error('no'), { code, syscall: 'listen', address: '0.0.0.0', port: 80 });
    expect(listenProblem(error)).toBe(
      `Cannot listen on 0.0.0.0:80. ${cause}${code === 'EACCES' ? ' Set PORT to one above 1023.' : ''}`,
    );
  });

  it('is all that this is about', () => {
    expect(listenProblem(new Error('a bug'))).toBeUndefined();
    expect(listenProblem(Object.assign(new Error('no'), { code: 'EACCES', syscall: 'open' }))).toBeUndefined();
    expect(listenProblem('text')).toBeUndefined();
  });
});
