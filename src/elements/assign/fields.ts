/** What the fields of the page have in common: an id, and a fault that is tied to them. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { dateInWords } from '../../teaching/dates.ts';
import type { Fault } from '../../teaching/draft.ts';
import { ownZone, toMoment } from '../../teaching/zoned.ts';
import type { DeskState } from './desk.ts';

export const idOf = (at: string): string => `assign-${at.replaceAll(' ', '-')}`;

const faultsAt = ({ made }: DeskState, at: string): readonly Fault[] =>
  made.faults.filter((fault) => fault.at === at);

/** For `aria-invalid`: a warning stops nothing. */
export const invalid = (state: DeskState, at: string): 'true' | typeof nothing =>
  faultsAt(state, at).some(({ stops }) => stops) ? 'true' : nothing;

/** For `aria-describedby`. */
export const describedBy = (state: DeskState, at: string, ...more: string[]): string | typeof nothing => {
  const ids = [...(faultsAt(state, at).length > 0 ? [`${idOf(at)}-fault`] : []), ...more];
  return ids.length > 0 ? ids.join(' ') : nothing;
};

export const faults = (state: DeskState, at: string): TemplateResult | typeof nothing => {
  const found = faultsAt(state, at);
  if (found.length === 0) return nothing;
  return html`<span class="assign-fault" id="${idOf(at)}-fault"
    >${found.map(({ text }) => text).join(' ')}</span
  >`;
};

/** A field's date in the assignment's zone, and on the maker's own clock where that is another; empty where it is none. */
export function inWords(local: string, zone: string): string {
  const [at, own] = [toMoment(local, zone), ownZone()];
  if (at === null) return '';
  return [zone, ...(zone === own ? [] : [own])].map((each) => dateInWords(at, each)).join(', which is ');
}

export const typed = (event: Event): string =>
  event.target instanceof HTMLInputElement ||
  event.target instanceof HTMLTextAreaElement ||
  event.target instanceof HTMLSelectElement
    ? event.target.value
    : '';

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
