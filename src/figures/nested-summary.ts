import type { NestedData, Ring } from './nested-data.ts';
import { heightOf } from './nested-sizes.ts';
import { counted } from './numbers.ts';
import { roomOf, type Room } from './room.ts';
import type { TableData } from './table-toggle.ts';

/** "3 rings, each inside the one before: artificial intelligence, machine learning, deep learning." */
export function summarise({ rings }: NestedData): string {
  return `${counted(rings.length, 'ring')}, each inside the one before: ${rings.map(({ label }) => label).join(', ')}.`;
}

export function nestedTable({ rings }: NestedData): TableData {
  const examples = rings.some(({ example }) => example !== undefined);
  const only = rings.some(({ only }) => only !== undefined);
  return {
    caption: 'The rings, from the outside to the inside',
    columns: ['ring', 'what it is', ...(examples ? ['for example'] : []), ...(only ? ['only here'] : [])],
    rows: rings.map((ring) => [
      ring.label,
      ring.text,
      ...(examples ? [ring.example ?? ''] : []),
      ...(only ? [ring.only ?? ''] : []),
    ]),
  };
}

/** "inside artificial intelligence · holds deep learning" */
export function whereIs({ rings }: NestedData, index: number): string {
  const [outer, inner] = [rings[index - 1], rings[index + 1]];
  return [
    outer ? `inside ${outer.label}` : 'the widest ring',
    inner ? `holds ${inner.label}` : 'holds no other',
  ].join(' · ');
}

/** What stands in the card of a ring below its name, each in a paragraph. */
export const linesOf = ({ text, example, only }: Ring): string[] => [
  text,
  ...(example === undefined ? [] : [`For example: ${example}`]),
  ...(only === undefined ? [] : [`In this ring only: ${only}.`]),
];

/** Letters in a line of the card. */
const letters = { wide: 68, narrow: 47 } as const;

const cardHeight = (ring: Ring, width: number): number =>
  23 + 4 + 24 + linesOf(ring).reduce((sum, line) => sum + Math.ceil(line.length / width) * 21 + 4, 0);

/** The ring whose card is the highest: so much room is kept for all. */
export function longestRing({ rings }: NestedData): Ring | undefined {
  const height = (ring: Ring) => cardHeight(ring, letters.narrow);
  return [...rings].sort((a, b) => height(b) - height(a))[0];
}

export function room(data: NestedData): Room {
  const card = (width: number) => Math.max(...data.rings.map((ring) => cardHeight(ring, width)));
  const around = 21;
  const height = heightOf(data.rings.length);
  return roomOf(
    `min(${height}px, 100cqw)`,
    [0, 0],
    [around + card(letters.wide), around + 40 + card(letters.narrow)],
  );
}
