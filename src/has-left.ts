import type { PersonId } from '../data/state/types/people.ts';
import type { OpenDoor } from './doors.ts';

/** Whether somebody has left, asked at the door that they come by: "slack:U1". */
export function hasLeftBy(doors: () => readonly OpenDoor[]): (person: PersonId) => Promise<boolean> {
  return async (person) => {
    const [, name, user = ''] = /^(\w+):(.+)$/.exec(person) ?? [];
    const door = doors().find((each) => each.name === name);
    return (await door?.hasLeft?.(user)) ?? false;
  };
}
