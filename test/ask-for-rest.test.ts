import { describe, expect, it } from 'vitest';
import { demoHouse, rina, terminal, words } from './support/house.ts';
import { englishIn } from './words/english.ts';

/** Commands that were named and not told what they need. */
describe('a command without what it needs', () => {
  it('says what that is, with an example, and has a form for it', async () => {
    const { say } = demoHouse();
    const answer = await say('/calendar add', rina);
    expect(answer).toMatchObject({ outcome: 'refused', title: 'What /calendar add still needs' });
    expect(words(answer)).toContain('For example: /calendar add name:Lebaran kind:season from:2027-03-10');
    const [{ ask: asks, form } = {}] = answer.actions!;
    expect(asks).toEqual({ name: 'calendar add', input: {} });
    expect(form!.fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['name', 'text', true],
      ['kind', 'choice', true],
      ['from', 'text', true],
      ['to', 'text', false],
    ]);
    expect((await say('/calendar add name:Bazaar kind:promotion from:2026-06-01', rina)).outcome).toBe('answered');
  });

  it('keeps what was typed, and asks for the rest alone', async () => {
    const [{ ask: asks, form } = {}] = (await demoHouse().say('/calendar add name:Bazaar', rina)).actions!;
    expect(asks!.input).toEqual({ name: 'Bazaar' });
    expect(form!.fields.map(({ name }) => name)).toEqual(['kind', 'from', 'to']);
  });

  it('offers what the shop has of its kind, in the example too', async () => {
    const { say, facts } = demoHouse();
    const [file] = await facts.imports.list();
    const answer = await say('/data undo', rina);
    expect(words(answer)).toContain(`For example: /data undo import:${file!.id}`);
    expect(answer.actions![0]!.form!.fields[0]).toMatchObject({ kind: 'choice', choices: [{ value: file!.id }] });
    expect(words(await say('/list hold', rina))).toContain('list: the list, such as T-12 (there is none yet)');
  });

  it('is answered too where what the shop has cannot be read', async () => {
    const house = demoHouse();
    const broken = async () => {
      throw new Error('worker died');
    };
    Object.assign(house.facts.campaigns, { list: broken });
    const answer = await house.house.askLine('/campaign show', rina);
    expect(answer).toMatchObject({ outcome: 'fault', title: 'Something broke on our side' });
    expect(house.faults.map(String)).toEqual(['Error: worker died']);
  });

  it('still says what is wrong where something is', async () => {
    const answer = await demoHouse().say('/list hold holdout:half', rina);
    expect(answer.title).toBe('I did not understand that /list hold');
    expect(words(answer)).toContain('holdout must be a whole number');
  });

  it('asks an Indonesian reader in Indonesian', async () => {
    const answer = await demoHouse().say('/segment who', { ...terminal, language: 'id' });
    expect(answer.title).toBe('Yang masih diperlukan /segment who');
    expect(englishIn(words(answer))).toEqual([]);
  });
});
