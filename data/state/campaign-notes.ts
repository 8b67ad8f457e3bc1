import type { Connection } from '../database.ts';
import type { CampaignNote, CampaignNotes, NoteKind } from './types/campaign-notes.ts';
import type { PersonId } from './types/people.ts';

type Row = {
  readonly seq: number;
  readonly first: number;
  readonly about: NoteKind;
  readonly campaign: string;
  readonly place: string;
  readonly value: string | null;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: number;
};

const columns = `seq, about, campaign, place, value, told_by AS "by", told_by_name AS byName, told_at AS at,
  (SELECT MIN(seq) FROM campaign_note AS one
   WHERE one.about = note.about AND one.campaign = note.campaign AND one.place = note.place) AS first`;
const sameThing = 'about = @about AND campaign = @campaign AND place = @place';

/** What people say of campaigns. Append-only: the last note on a thing holds. */
export function openCampaignNotes(db: Connection): CampaignNotes {
  const insert = db.prepare(
    `INSERT INTO campaign_note (about, campaign, place, value, told_by, told_by_name, told_at)
     VALUES (@about, @campaign, @place, @value, @by, @byName, @at)`,
  );
  const standing = db.prepare<[{ about: string; version: number }], Row>(
    `SELECT ${columns} FROM campaign_note AS note WHERE seq IN (
       SELECT MAX(seq) FROM campaign_note WHERE about = @about AND seq <= @version GROUP BY campaign, place)
       AND value IS NOT NULL
     ORDER BY campaign, place`,
  );
  const find = db.prepare<[number], Row>(`SELECT ${columns} FROM campaign_note AS note WHERE seq = ?`);
  const newest = db.prepare<[Row], Row>(
    `SELECT ${columns} FROM campaign_note AS note WHERE ${sameThing} ORDER BY seq DESC LIMIT 1`,
  );
  const before = db.prepare<[Row], Row>(
    `SELECT ${columns} FROM campaign_note AS note WHERE ${sameThing} AND seq < @seq ORDER BY seq DESC LIMIT 1`,
  );
  const version = db.prepare<[], number>('SELECT IFNULL(MAX(seq), 0) FROM campaign_note').pluck();
  const append = (note: Omit<Row, 'seq' | 'first'>): number => Number(insert.run(note).lastInsertRowid);

  const takeBack = db.transaction((seq: number, { id, name }: { id: PersonId; name: string }, at: number) => {
    const note = find.get(seq);
    if (!note || note.value === null || newest.get(note)!.seq !== seq) return null;
    append({ ...note, value: before.get(note)?.value ?? null, by: id, byName: name, at });
    return toNote(note);
  });

  return {
    say: ({ about, campaign, place = '', value, by }, at) =>
      append({ about, campaign, place, value: JSON.stringify(value), by: by.id, byName: by.name, at }),
    standing: (about) => standing.all({ about, version: version.get()! }).map(toNote) as never,
    takeBack: (seq, by, at) => takeBack.immediate(seq, by, at),
    version: () => version.get()!,
    at: (version) => ({
      standing: (about) => standing.all({ about, version }).map(toNote) as never,
      version: () => version,
    }),
  };
}

function toNote({ value, by, byName, ...row }: Row): CampaignNote<NoteKind> {
  return { ...row, value: JSON.parse(value!), by: { id: by, name: byName } };
}
