import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '../../src/config.ts';
import { all, copied, environment, last, root } from '../support/dockerfile.ts';

/** What can be known of the container and the unit without an engine; test/ops/process.test.ts runs its command. */

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const compose = read('compose.yaml');
const unit = read('deploy/sextant.service');

describe('the Dockerfile', () => {
  it('copies what is there and nothing that git leaves out, and .dockerignore lets it through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    for (const from of copied) {
      expect(existsSync(join(root, from)), from).toBe(true);
      expect(allowed).toContain(from);
    }
    expect(spawnSync('git', ['check-ignore', ...copied], { cwd: root }).status).toBe(1);
  });

  it('installs all that is loaded without the tools of the developers', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const loaded = new Set(
      copied
        .filter((from) => statSync(join(root, from)).isDirectory())
        .flatMap((from) =>
          readdirSync(join(root, from), { recursive: true, encoding: 'utf8' }).map((name) => join(from, name)),
        )
        .filter((name) => name.endsWith('.ts') && !name.startsWith('src/web/client'))
        .flatMap((name) =>
          [...read(name).matchAll(/^import (?!type)[^;]*?from '([^.'][^']*)'/gm)].map(([, from]) => from!),
        )
        .filter((from) => !from.startsWith('node:'))
        .map((from) =>
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect(loaded.size).toBeGreaterThan(10);
    expect([...loaded].filter((name) => !(name in dependencies))).toEqual([]);
    expect(all('RUN').join('\n')).toContain('npm ci --omit=dev');
  });

  it('keeps the data in a volume and runs as nobody special, on a Node that we support', () => {
    expect(last('USER')).toBe('node');
    expect(environment.DATABASE_PATH).toMatch(new RegExp(`^${last('VOLUME')}/`));
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const major = /^node:(\d+)-slim$/.exec(last('FROM'))?.[1];
    expect(engines.node).toMatch(new RegExp(`^>=${major}\\.`));
  });

  it('sets what there is to set', () => {
    const known = [...settings.map(({ name }) => name), 'NODE_ENV'];
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    const inCompose = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name!);
    expect(inCompose.length).toBeGreaterThan(0);
    expect(inCompose.filter((name) => !known.includes(name))).toEqual([]);
    const inUnit = [.../^ExecStart=(.*)$/m.exec(unit)![1]!.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name!);
    expect(inUnit.filter((name) => !known.includes(name))).toEqual([]);
  });
});

it('gives the process longer to stop than it takes at most', () => {
  const patience = [...read('src/main.ts').matchAll(/patienceMs: ([\d_]+)/g)].map(([, ms]) =>
    Number(ms!.replaceAll('_', '')),
  );
  const most = patience.reduce((sum, ms) => sum + ms, 0) / 1000;
  expect(most).toBeGreaterThan(20);
  expect(Number(/stop_grace_period: (\d+)s/.exec(compose)![1])).toBeGreaterThan(most);
  expect(Number(/^TimeoutStopSec=(\d+)/m.exec(unit)![1])).toBeGreaterThan(most);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
it.skipIf(!hasSystemd)('has a unit that systemd takes', () => {
  const said = execFileSync('systemd-analyze', ['verify', '--man=no', join(root, 'deploy/sextant.service')], {
    encoding: 'utf8',
  });
  expect(said).toBe('');
});
