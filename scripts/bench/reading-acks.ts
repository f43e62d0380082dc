import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { readSafely } from '../../src/analysis/reading/read-safely.ts';
import { build } from '../build.ts';
import { contractPdf } from './reading-contract.ts';
import { documentChild, median } from './reading-pdf.ts';

/** 99th percentiles in ms, medians of the pairs; `changeMs` is the median of their differences. */
export type AckFigures = { idleP99: number; readingP99: number; changeMs: number; pairs: number; reads: number };

const REQUESTS = 400;

/** How long a signed request waits for its answer while nothing happens and while this process has 300-page PDFs read, in turns. */
export async function measureAcks(pairs = 5): Promise<AckFigures> {
  await build();
  const bytes = contractPdf(300);
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    response.end(createHmac('sha256', 'secret').update(Buffer.concat(body)).digest('hex'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listens on a port, not on a pipe
  const idle: number[] = [];
  const reading: number[] = [];
  let reads = 0;
  await p99Of(port);
  for (let pair = 0; pair < pairs; pair += 1) {
    idle.push(await p99Of(port));
    let over = false;
    const readAll = async () => {
      for (; !over; reads += 1) await readSafely(bytes, 'contract.pdf', { entry: documentChild });
    };
    const busy = readAll();
    reading.push(await p99Of(port));
    over = true;
    await busy;
  }
  server.close();
  const changes = reading.map((value, index) => value - (idle[index] ?? 0));
  return { idleP99: median(idle), readingP99: median(reading), changeMs: median(changes), pairs, reads };
}

/** Asked from another process, so that the asking takes no time from this one: one request every 8 ms. */
const CLIENT = `
const http = require('node:http');
const agent = new http.Agent({ keepAlive: true });
const body = 'payload=' + 'x'.repeat(5600);
const times = [];
const ask = () => new Promise((done) => {
  const started = performance.now();
  const request = http.request({ port: process.argv[1], host: '127.0.0.1', method: 'POST', agent }, (response) => {
    response.resume().on('end', () => { times.push(performance.now() - started); done(); });
  });
  request.end(body);
});
(async () => {
  for (let index = 0; index < ${REQUESTS}; index += 1) {
    await ask();
    await new Promise((go) => setTimeout(go, 8));
  }
  times.sort((a, b) => a - b);
  console.log(times[Math.floor(times.length * 0.99)]);
  process.exit(0);
})();`;

async function p99Of(port: number): Promise<number> {
  const child = spawn(process.execPath, ['-e', CLIENT, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  await once(child, 'close');
  return Number(said);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await measureAcks()));
