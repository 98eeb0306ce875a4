/** Whose texts are alike: a fact, and no verdict. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { keyOf } from '../../teaching/assignment.ts';
import type { SimilarGroup } from '../../teaching/similar.ts';
import type { WithAssignment } from './model.ts';
import { viewSides } from './view-code.ts';

/** Groups that are listed, and texts of one that stand side by side. */
const most = { groups: 200, sides: 6 } as const;

export function viewLikeness(model: WithAssignment): TemplateResult | typeof nothing {
  const { likeness, look, acts } = model;
  if (likeness === null || model.lines.length < 2) return nothing;
  if (typeof likeness === 'string')
    return html`<section>
      <h2>Alike</h2>
      <p>${likeness}</p>
    </section>`;
  if (likeness.length === 0) return nothing;
  return html`<section class="collect-alike" aria-labelledby="collect-alike">
    <h2 id="collect-alike">Alike</h2>
    <p>
      A fact and no verdict: two who worked together, or followed the same lecture, look the same. What
      everybody has from the lesson, and short answers, are left out.
    </p>
    <ul>
      ${likeness.slice(0, most.groups).map((group, i) => {
        const open = look.pair === i;
        return html`<li>
          <span>${groupInWords(group, model)}</span>
          <button
            type="button"
            class="quiet-button"
            aria-expanded=${open}
            @click=${() => acts.look({ pair: open ? null : i })}
          >
            ${open ? 'Close' : 'Side by side'}
          </button>
          ${open ? viewTexts(group, model) : nothing}
        </li>`;
      })}
    </ul>
    ${likeness.length > most.groups ? html`<p class="soft">And ${likeness.length - most.groups} more.</p>` : nothing}
  </section>`;
}

function groupInWords({ item, kind, students, share }: SimilarGroup, model: WithAssignment): string {
  const same =
    kind === 'identical'
      ? 'the same text but for names, layout and comments'
      : `nearly the same text (${Math.round(share * 100)} %)`;
  return `${listed(students)}: ${same} in “${titleOf(item, model)}”.`;
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, 12);
  const more = names.length > 12 ? [`${names.length - 12} more`] : [];
  const all = [...some, ...more];
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

function titleOf(key: string, { assignment, titleOf }: WithAssignment): string {
  const item = assignment.items.find((each) => keyOf(each) === key);
  return item ? titleOf(item) : key;
}

function viewTexts({ item, students }: SimilarGroup, model: WithAssignment): TemplateResult {
  const sides = students.slice(0, most.sides).flatMap((student) => {
    const line = model.lines.find(({ row }) => row.student === student);
    const handed = line?.row.entry.submission.items.find((each) => keyOf(each) === item);
    return handed?.kind === 'exercise' && handed.source !== null
      ? [{ name: student, text: handed.source }]
      : [];
  });
  return viewSides(sides, titleOf(item, model));
}
