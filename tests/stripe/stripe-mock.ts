import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Stripe's own stripe-mock is on this machine; null: nowhere. `go install github.com/stripe/stripe-mock@latest` puts it there. */
export function findStripeMock(): string | null {
  const given = process.env.STRIPE_MOCK_PATH;
  if (given !== undefined && given !== '') return existsSync(given) ? given : null;
  const places = [join(homedir(), 'go/bin/stripe-mock'), '/usr/local/bin/stripe-mock'];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  const asked = spawnSync('which', ['stripe-mock'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

/** @returns its address, and how to stop it */
export async function startStripeMock(path: string): Promise<{ url: string; stop: () => void }> {
  const running: ChildProcess = spawn(path, ['-http-addr', '127.0.0.1:0', '-https-addr', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part.toString();
      const port = /Listening for HTTP at address: .*:(\d+)/i.exec(said)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    running.stdout?.on('data', hear);
    running.stderr?.on('data', hear);
    running.once('error', reject);
    running.once('exit', () => {
      reject(new Error(`stripe-mock stopped: ${said}`));
    });
  });
  return { url, stop: () => running.kill() };
}
