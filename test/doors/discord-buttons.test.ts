import { describe, expect, it } from 'vitest';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { ana, budi, discordForTest } from './discord-street.ts';

/** Buttons, menus and their forms in Discord. */

describe('a button', () => {
  it('asks what it stands for, as the one who pressed it', async () => {
    const { discord, house } = await discordForTest();
    const { message } = await discord.runs(ana, 'budget plan', { total: '100M', share: true });

    const answer = await discord.clicks(budi, message!, 'Why?');

    expect(answer.message).toMatchObject({ onlyFor: budi.id, embeds: [{ title: 'Revenue, next 3 weeks' }] });
    expect(house.calls[1]).toMatchObject({ name: 'forecast', input: { weeks: '3' }, caller: { user: '7002' } });
  });

  it('repeats in words what will happen before it does', async () => {
    const { discord, house } = await discordForTest();
    const card = await discord.runs(ana, 'budget plan', { total: '100M', share: true });

    const question = await discord.clicks(budi, card.message!, 'Approve');

    expect(question.message).toMatchObject({
      onlyFor: budi.id,
      embeds: [{ description: 'IDR 50M moves from Ads to Vouchers.' }],
    });
    expect(house.calls).toHaveLength(1);

    await discord.clicks(budi, question.message!, 'Yes, Approve');
    await discord.until(() => question.message!.embeds[0]?.title === 'P-31 approved');

    expect(house.calls[1]).toMatchObject({ name: 'budget approve', input: { id: 'P-31', version: '2' } });
    expect(question.message!.components).toEqual([]);
    await expect(discord.clicks(budi, question.message!, 'Yes, Approve')).rejects.toThrow('No button');
  });

  it('can be taken back', async () => {
    const { discord, house } = await discordForTest();
    const card = await discord.runs(ana, 'budget plan', { total: '100M' });
    const question = await discord.clicks(ana, card.message!, 'Approve');

    await discord.clicks(ana, question.message!, 'Cancel');

    expect(question.message).toMatchObject({
      embeds: [{ description: 'Cancelled. Nothing was changed.' }],
      components: [],
    });
    expect(house.calls).toHaveLength(1);
  });

  it('shows its form, and adds the answers to what it asks', async () => {
    const { discord, house } = await discordForTest();
    const card = await discord.runs(ana, 'budget plan', { total: '100M' });

    const { modal } = await discord.clicks(ana, card.message!, 'Reject');
    expect(modal).toMatchObject({
      title: 'Reject P-31',
      components: [{ label: 'Why?' }, { label: 'Make me another?' }],
    });
    const { message } = await discord.submits(ana, modal!, { reason: 'too early, "maybe" later', again: 'yes' });

    expect(message!.embeds[0]!.title).toBe('P-31 rejected');
    expect(house.calls[1]).toMatchObject({
      name: 'budget reject',
      input: { id: 'P-31', version: '2', reason: 'too early, "maybe" later', again: 'yes' },
      caller: { door: 'discord', user: '7001' },
    });
  });

  it('turns the page of a form longer than Discord allows, and asks to confirm at its end', async () => {
    const { discord, house } = await discordForTest();
    const fields = Array.from(
      { length: 7 },
      (_, i) => ({ name: `f${i}`, label: `F ${i}`, kind: 'text', required: true }) as const,
    );
    const form = { title: 'Adjust', submit: 'Go', fields };
    const action = {
      label: 'Adjust',
      style: 'plain',
      ask: { name: 'adjust', input: {} },
      confirm: 'Sure?',
      form,
    } as const;
    house.says = { actions: [action] };
    const card = await discord.runs(ana, 'forecast');

    const first = await discord.clicks(ana, card.message!, 'Adjust');
    const between = await discord.submits(ana, first.modal!, { f0: '0', f1: '1', f2: '2', f3: '3', f4: '4' });
    const second = await discord.clicks(ana, between.message!, 'Continue');
    const question = await discord.submits(ana, second.modal!, { f5: '5', f6: '6' });

    expect(between.message!.embeds[0]!.description).toContain('2 more to fill in');
    expect(second.modal!.components).toHaveLength(2);
    expect([first, second].map(({ modal }) => modal!.title)).toEqual(['Adjust · 1/2', 'Adjust · 2/2']);
    expect(question.message!.embeds[0]!.description).toBe('Sure?');
  });

  it('asks what a long form would lead to once all its pages are filled in, instead of doing it', async () => {
    const { discord, house } = await discordForTest();
    const fields = Array.from(
      { length: 6 },
      (_, i) => ({ name: `f${i}`, label: `F ${i}`, kind: 'number', required: true, initial: `${i}` }) as const,
    );
    const live = { name: 'budget reject', input: { id: 'P-31' } };
    const form = { title: 'Adjust', submit: 'Go', fields, live };
    house.says = { actions: [{ label: 'Adjust', style: 'plain', ask: { name: 'budget approve', input: {} }, form }] };
    const card = await discord.runs(ana, 'forecast');

    const first = await discord.clicks(ana, card.message!, 'Adjust');
    const between = await discord.submits(ana, first.modal!, { f0: '7' });
    const second = await discord.clicks(ana, between.message!, 'Continue');
    await discord.submits(ana, second.modal!, { f5: '8' });

    const input = { id: 'P-31', f0: '7', f1: '1', f2: '2', f3: '3', f4: '4', f5: '8' };
    expect(house.calls.at(-1)).toMatchObject({ name: 'budget reject', input });
  });

  it('still works after a restart, also when it is too long for its id', async () => {
    const { discord, house, street } = await discordForTest();
    const memory = memoryOfButtons();
    await street.open({ memory });
    const reason = 'because '.repeat(30).trim();
    const ask = { name: 'budget reject', input: { id: 'P-31', version: '2', reason } };
    house.says = { actions: [{ label: 'Reject', style: 'danger', ask }] };
    const { message } = await discord.runs(ana, 'forecast');

    await street.open({ memory });
    await discord.clicks(ana, message!, 'Reject');

    expect(house.calls[1]!.input).toEqual(ask.input);
  });

  it('says so when nobody remembers what it meant', async () => {
    const { discord, street } = await discordForTest();
    const card = await discord.runs(ana, 'budget plan', { total: '100M' });
    await street.open();

    const { message } = await discord.clicks(ana, card.message!, 'Reject');

    expect(message!.embeds[0]!.description).toContain('ask again with the slash command');
  });
});

describe('a menu', () => {
  const campaigns = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      label: `Campaign ${i}`,
      style: 'plain' as const,
      ask: { name: 'budget show', input: { proposal: `P-${i}` } },
    }));

  it('takes the place of many answers to one question, and asks what its button would have', async () => {
    const { discord, house } = await discordForTest();
    const why = { label: 'Why?', style: 'plain', ask: { name: 'forecast', input: {} } } as const;
    house.says = { actions: [...campaigns(9), why] };
    const { message } = await discord.runs(ana, 'segment who', { r: 3 });

    expect(message!.components.map(({ components }) => components.map(({ type }) => type))).toEqual([[2, 2], [3]]);
    await discord.clicks(ana, message!, 'Campaign 7');

    expect(house.calls.at(-1)).toMatchObject({ name: 'budget show', input: { proposal: 'P-7' } });
  });

  it('lists 25 and counts the rest', async () => {
    const { discord, house } = await discordForTest();
    house.says = { actions: campaigns(30) };
    const { message } = await discord.runs(ana, 'import', { file: { name: 'o.csv', content: Buffer.from('a') } });

    expect(message!.components[0]!.components[0]!.options).toHaveLength(25);
    expect(message!.embeds.at(-1)!.footer!.text).toBe('Left out, too much for one message: 5 more buttons');
  });

  it('stays buttons while there are few', async () => {
    const { discord, house } = await discordForTest();
    house.says = { actions: campaigns(5) };
    const { message } = await discord.runs(ana, 'import', { file: { name: 'o.csv', content: Buffer.from('a') } });

    expect(message!.components.flatMap(({ components }) => components).map(({ type }) => type)).toEqual([
      2, 2, 2, 2, 2,
    ]);
  });
});
