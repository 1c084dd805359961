// Starts a Bluesky server (PDS) with a directory of identities (PLC) in memory. Prints one line of JSON when ready, and
// ends when its standard input ends: that is, with whoever started it.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, port] = process.argv.slice(2);
const end = () => {
  if (process.env.CLARION_SCRATCH) {
    fs.rmSync(process.env.CLARION_SCRATCH, { recursive: true, force: true });
  }
  process.exit(0);
};
process.stdin.resume();
process.stdin.on('end', end);
process.stdin.on('error', end);
process.on('SIGTERM', end);

const entry = path.join(home, 'node_modules', '@atproto', 'dev-env', 'dist', 'index.js');
const { TestNetworkNoAppView } = await import(pathToFileURL(entry).href);
const network = await TestNetworkNoAppView.create({ pds: Number(port) ? { port: Number(port) } : {} });
process.stdout.write(JSON.stringify({ url: network.pds.url, plc: network.plc.url }) + '\n');
