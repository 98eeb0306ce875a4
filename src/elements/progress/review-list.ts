/** The questions that are worth asking again. */
import * as z from 'zod/mini';
import type { LessonProgress } from '../../learning/progress.ts';
import { dueQuestions, plannedReviews } from '../../learning/review.ts';
import { make } from '../../figures/make.ts';

const listed = z.object({
  questions: z.array(
    z.object({
      lesson: z.string(),
      quiz: z.string(),
      question: z.string(),
      text: z.string(),
      address: z.string().check(z.regex(/^\/(?!\/)/u)),
    }),
  ),
});
type Listed = z.infer<typeof listed>['questions'][number];

/** More than these are not shown at once. */
const most = 12;

export async function showReview(
  root: HTMLElement,
  all: ReadonlyMap<string, LessonProgress>,
  now: number,
): Promise<void> {
  const list = root.querySelector('.review ol');
  const words = root.querySelector('.review p');
  if (!list || !words) return;
  const due = dueQuestions(all, now);
  const next = plannedReviews(all).find((planned) => planned.due > now);
  const questions =
    due.length > 0 ? await fetchQuestions(root.dataset['questions'] ?? '') : new Map<string, Listed>();
  const items = due.flatMap((each) => questions.get(keyOf(each)) ?? []);
  list.replaceChildren(
    ...items.slice(0, most).map(({ text, address }) => make('li', {}, make('a', { href: address }, text))),
  );
  words.textContent = inWords(items.length, next?.due);
}

function inWords(due: number, next: number | undefined): string {
  if (due > most) return `${due} questions that once went wrong; the first ${most} of them:`;
  if (due > 0) return 'Questions that once went wrong, and have waited long enough to be asked again:';
  if (next === undefined) return 'Nothing: a question that you answer wrongly comes back here the day after.';
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(next);
  return `Nothing today. The next question comes back on ${day}.`;
}

const keyOf = ({ lesson, quiz, question }: Omit<Listed, 'text' | 'address'>): string =>
  `${lesson}/${quiz}/${question}`;

let fetched: Promise<Map<string, Listed>> | undefined;

function fetchQuestions(address: string): Promise<Map<string, Listed>> {
  fetched ??= load(address).catch(() => {
    fetched = undefined;
    return new Map<string, Listed>();
  });
  return fetched;
}

async function load(address: string): Promise<Map<string, Listed>> {
  const response = await fetch(address);
  const { questions } = listed.parse(await response.json());
  return new Map(questions.map((each) => [keyOf(each), each]));
}
