/** What an exercise does when it is wanted: check, stop, show the solution, take other numbers. */
import type { CheckReport } from '../../kernel/check/check.ts';
import { inBrief, isPassed } from '../../learning/exercise.ts';
import { openSession } from '../session/session.ts';
import { createAttempt } from './attempt.ts';
import type { ExerciseHost } from './exercise.ts';
import { createNumbers } from './numbers.ts';
import { drawReport } from './report.ts';
import { createSolutionView } from './solution.ts';

export interface Work {
  check(): Promise<void>;
  /** A wish to check is near. */
  warm(): void;
  stop(): void;
  solution(): Promise<void>;
  numbers(): Promise<void>;
  /** The reader's text has changed. */
  changed(): void;
}

export function createWork(host: ExerciseHost): Work {
  const { bar, parts, id } = host;
  const { cell, report: place } = parts;
  const session = openSession(host.lesson);
  const attempt = createAttempt();
  const view = createSolutionView(parts.solution, parts.root.dataset['title'] ?? id);
  const numbers =
    host.given === null
      ? null
      : createNumbers(parts.root, session, host.given, () => host.renumbered(numbers?.name() ?? ''));
  let warned = false;
  place.role = 'status';

  function note(report: CheckReport): void {
    const passed = isPassed(report);
    // What the exercise began with is no attempt, unless it is right.
    if (passed || host.isChanged())
      host.record({
        ...{ type: 'checked', exercise: id, passed, said: inBrief(report) },
        ...(report.score && { score: { value: report.score.value, better: report.score.better } }),
        ...(numbers && { numbers: numbers.name() }),
      });
    if (!passed && host.isChanged()) host.missed();
  }

  function show(report: CheckReport): void {
    drawReport(place, report, {
      cell: cell.id,
      go: ({ cell: at, line, column }) => session.reveal(at, line, column),
      best: host.progress()?.best?.value,
    });
    const error = report.error ?? report.results.find((result) => result.error)?.error;
    if (error) session.mark(cell.id, error);
  }

  async function check(): Promise<void> {
    bar.say('');
    bar.running(true);
    parts.root.dataset['checking'] = '';
    place.textContent = 'Checking …';
    try {
      const report = await attempt.check(() => session.checkJob(id));
      if (report === null) place.textContent = 'Stopped.';
      else {
        note(report);
        show(report);
      }
    } catch (error) {
      place.textContent = `The check could not run: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      delete parts.root.dataset['checking'];
      bar.running(false);
    }
  }

  async function solution(): Promise<void> {
    if (view.open) close();
    else if (!warned && !hasTried()) {
      warned = true;
      bar.say('Try it first: change the code and press Check. Or press Solution once more to see it now.');
    } else await open();
  }

  const hasTried = (): boolean => {
    const progress = host.progress();
    return progress !== undefined && (progress.tries > 0 || progress.solution);
  };

  function close(): void {
    view.close();
    bar.solution.ariaExpanded = 'false';
    bar.say('');
  }

  async function open(): Promise<void> {
    const { exercises } = await session.lessonRecord();
    const found = exercises.find((each) => each.id === id);
    if (!found) return bar.say('The solution could not be found. Reload the page.');
    view.own(cell.source);
    view.show(found.solution);
    bar.solution.ariaExpanded = 'true';
    bar.say('The solution stands below, beside your own.');
    host.record({ type: 'solution', exercise: id });
  }

  return {
    ...{ check, solution },
    stop: () => attempt.stop(),
    warm: () => attempt.warm(),
    async numbers() {
      await numbers?.next();
      place.replaceChildren();
      bar.say('Other numbers stand in the task. Press Check when your code fits them too.');
    },
    changed: () => view.own(cell.source),
  };
}
