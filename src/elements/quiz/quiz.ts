/** `<descent-quiz>`: marks answers in the page, keeps them, and says how the quiz stands. */
import type { LessonProgress } from '../../learning/progress.ts';
import { standing } from '../../learning/quiz-words.ts';
import { mayBeAssigned } from '../assignment/known.ts';
import { progressBook } from '../progress/book.ts';
import { createQuestion, type Question } from './question.ts';

class DescentQuiz extends HTMLElement {
  #questions: Question[] = [];
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    const lesson = this.dataset['lesson'] ?? '';
    const book = progressBook();
    if (this.#questions.length === 0) {
      this.#questions = [...this.querySelectorAll<HTMLElement>('.question')].flatMap(
        (root) =>
          createQuestion(root, (question, answer, right) => {
            this.#touched.add(question);
            book.record(lesson, { type: 'answered', quiz: this.id, question, answer, right });
          }) ?? [],
      );
      void book.load(lesson).then((progress) => this.#restore(progress));
      if (mayBeAssigned(lesson))
        void import('./assigned.ts').then(({ keepRules }) => keepRules(this, lesson));
    }
    this.#leave = book.subscribe((of, progress) => {
      if (of === lesson) this.#stand(progress);
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }

  /** Answered on this page: what was kept comes too late for these. */
  readonly #touched = new Set<string>();

  #restore(progress: LessonProgress): void {
    const answers = progress.quizzes[this.id] ?? {};
    for (const question of this.#questions) {
      const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
      if (answer && !this.#touched.has(question.id)) question.restore(answer);
    }
    this.#stand(progress);
  }

  #stand({ quizzes }: LessonProgress): void {
    const ids = this.#questions.map(({ id }) => id);
    const { state, line } = standing(ids, quizzes[this.id] ?? {});
    this.dataset['state'] = state;
    const place = this.querySelector('.quiz-line');
    if (place && place.textContent !== line) place.textContent = line;
  }
}

customElements.define('descent-quiz', DescentQuiz);
