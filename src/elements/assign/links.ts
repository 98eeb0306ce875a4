/** The links of an assignment: everybody's, and those of students with another date. */
import type { Assignment } from '../../teaching/assignment.ts';
import { toFragment } from '../../teaching/link.ts';
import { siteAddress } from '../files/address.ts';

export interface Links {
  fragment: string;
  /** The whole address, for everybody. */
  all: string;
  /** By the student of an extension. */
  personal: ReadonlyMap<string, string>;
}

export async function toLinks(of: Assignment): Promise<Links> {
  const page = siteAddress('assignment/');
  const personal = of.extensions.map(
    async ({ student }) => [student, page + (await toFragment(of, student))] as const,
  );
  const fragment = await toFragment(of);
  return { fragment, all: page + fragment, personal: new Map(await Promise.all(personal)) };
}
