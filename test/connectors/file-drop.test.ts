import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/connectors/executor.ts';
import { fileExecutor } from '../../src/connectors/file-drop.ts';
import { NOON } from '../support/clock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const order: Order = {
  key: 'P-31.v2',
  id: 'X-55',
  proposal: 'P-31',
  version: 2,
  approvedAt: NOON,
  change: {
    week: '2026-04-27',
    currency: 'GBP',
    digits: 2,
    lines: [{ id: 1, name: '=Voucher, "big"', fromMinor: 7000, toMinor: 7850 }],
    restores: null,
  },
};

const setting = (format: 'json' | 'csv' = 'json') => {
  const folder = temporaryFolder();
  return { folder, drop: fileExecutor({ folder, format }), file: join(folder, `P-31.v2.${format}`) };
};

describe('the drop folder', () => {
  it('holds the change as JSON, whole, and says that it is there', async () => {
    const { drop, file, folder } = setting();
    expect(await drop.lookUp(order)).toEqual({ state: 'not applied' });
    await drop.send(order);
    expect(JSON.parse(readFileSync(file, 'utf8')).data).toMatchObject({
      key: 'P-31.v2',
      week: '2026-04-27',
      lines: [{ campaign: '=Voucher, "big"', fromMinor: 7000, toMinor: 7850 }],
    });
    expect(readdirSync(folder).sort()).toEqual(['.sextant', 'P-31.v2.json']);
    expect(await drop.lookUp(order)).toEqual({ state: 'applied' });
  });

  it('holds it as CSV, in which no cell is a formula', async () => {
    const { drop, file } = setting('csv');
    await drop.send(order);
    expect(readFileSync(file, 'utf8')).toBe(
      'key,week,campaign,from (GBP),to (GBP)\r\nP-31.v2,2026-04-27,"\'=Voucher, ""big""",70.00,78.50\r\n',
    );
  });

  it('knows what it dropped when somebody has taken it away', async () => {
    const { drop, file } = setting();
    await drop.send(order);
    rmSync(file);
    expect(await drop.lookUp(order)).toEqual({ state: 'applied' });
  });

  it('knows what it had not dropped yet when it died half-way', async () => {
    const { drop, file, folder } = setting();
    await drop.send(order);
    // As it is between the record and the rename.
    renameSync(file, join(folder, '.sextant', 'P-31.v2.part'));
    expect(await drop.lookUp(order)).toEqual({ state: 'not applied' });
    await drop.send(order);
    expect(await drop.lookUp(order)).toEqual({ state: 'applied' });
  });

  it('never takes the place of another file', async () => {
    const { drop, file } = setting();
    writeFileSync(file, 'precious');
    await expect(drop.send(order)).rejects.toMatchObject({ kind: 'refused' });
    await expect(drop.lookUp(order)).rejects.toMatchObject({ kind: 'refused' });
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('says why it could not, and leaves nothing', async () => {
    const { drop, folder } = setting();
    rmSync(folder, { recursive: true });
    await expect(drop.send(order)).rejects.toMatchObject({
      kind: 'refused',
      message: 'File drop refused: the drop folder is not there.',
    });
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    writeFileSync(join(folder, '.sextant'), '');
    await expect(drop.send(order)).rejects.toMatchObject({ message: expect.stringContaining('not a folder') });
    chmodSync(folder, 0o700);
  });
});
