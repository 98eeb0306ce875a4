/** What the reader's assignments allow at this moment. */
import { rulesFor, type Rules, type Stand } from '../../teaching/rules.ts';
import { shelved } from './shelf.ts';

export const rulesNow = (lesson: string, part: string, stand: Stand): Rules =>
  rulesFor(shelved(), lesson, part, Date.now(), stand);
