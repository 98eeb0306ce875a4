/** The rules, one field each. */
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Draft } from '../../teaching/draft.ts';
import type { Desk } from './desk.ts';
import { describedBy, faults, idOf, invalid, typed } from './fields.ts';

type Rules = Draft['policy'];

export function rulesView(desk: Desk): TemplateResult {
  const { policy } = desk.state.draft;
  const change = (part: Partial<Rules>): void => desk.change({ policy: { ...policy, ...part } });
  return html`<div class="desk-fields">
    <div class="desk-field">
      <label for=${idOf('tries')}>Tries at an exercise that count</label>
      <input
        id=${idOf('tries')}
        type="number"
        min="1"
        max="99"
        step="1"
        placeholder="any number"
        aria-invalid=${invalid(desk.state, 'tries')}
        aria-describedby=${describedBy(desk.state, 'tries')}
        .value=${live(policy.tries)}
        @input=${(event: Event) => change({ tries: typed(event) })}
      />
      ${faults(desk.state, 'tries')}
    </div>
    ${select(desk, 'hints', 'Hints', policy.hints ? 'yes' : 'no', hints, (value) =>
      change({ hints: value === 'yes' }),
    )}
    ${select(desk, 'solutions', 'Show solutions and a quiz’s answers', policy.solutions, solutions, (value) =>
      change({ solutions: value }),
    )}
    ${select(desk, 'exercises', 'An exercise earns its points', policy.exercises, exercises, (value) =>
      change({ exercises: value }),
    )}
    ${select(desk, 'answers', 'In a quiz counts', policy.answers, answers, (value) =>
      change({ answers: value }),
    )}
  </div>`;
}

type Choices<T extends string> = readonly (readonly [T, string])[];

const hints: Choices<'yes' | 'no'> = [
  ['yes', 'allowed'],
  ['no', 'not allowed'],
];
const solutions: Choices<Rules['solutions']> = [
  ['always', 'at any time'],
  ['passed', 'once one’s own is right'],
  ['due', 'after the due date'],
  ['never', 'never'],
];
const exercises: Choices<Rules['exercises']> = [
  ['whole', 'when all its tests pass'],
  ['tests', 'a share for each test that passes'],
];
const answers: Choices<Rules['answers']> = [
  ['first', 'the first answer'],
  ['last', 'the last answer'],
];

function select<T extends string>(
  { state }: Desk,
  at: string,
  label: string,
  value: T,
  choices: Choices<T>,
  choose: (value: T) => void,
): TemplateResult {
  const onChange = (event: Event): void => {
    const chosen = choices.find(([each]) => each === typed(event));
    if (chosen) choose(chosen[0]);
  };
  return html`<div class="desk-field">
    <label for=${idOf(at)}>${label}</label>
    <select
      id=${idOf(at)}
      aria-describedby=${describedBy(state, at)}
      .value=${live(value)}
      @change=${onChange}
    >
      ${choices.map(([each, words]) => html`<option value=${each} ?selected=${each === value}>${words}</option>`)}
    </select>
    ${faults(state, at)}
  </div>`;
}
