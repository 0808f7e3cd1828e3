import { computeProgress, type Progress, scoreChecks } from '../course/index.js';
import type { DueCounts } from '../drill/index.js';
import type { DrawLine } from '../export/text.js';
import { loadDrillTools } from '../session/drill-tools.js';
import { readStoredEvents } from '../session/stored-events.js';
import { type Environment, type JournalReading, LESSONS } from '../storage/index.js';
import { textOf } from '../text/line.js';
import { parseFormat } from './format.js';
import { progressText } from './progress-text.js';

const FORMATS = ['text', 'json'] as const;

export interface ProgressOutput {
	readonly text: string;
	/** Problem of a journal that could still be read; null if there is none. */
	readonly notice: string | null;
}

/**
 * Returns the reader's progress from the journal, which is only read.
 *
 * @param draw draws the lines of the text; by default without colours
 * @throws Stop with 2 for an unknown format, with 1 if the journal cannot be read
 */
export async function progressCommand(
	typed: string,
	env: Environment,
	draw: DrawLine = textOf,
): Promise<ProgressOutput> {
	const format = parseFormat(typed, FORMATS);
	const { events, skipped, notice } = await readStoredEvents(env);
	const progress = computeProgress(events);
	const now = new Date();
	const { drill, kit } = await loadDrillTools();
	const practice = drill.practiceCounts(kit, progress.reviews, now);
	return {
		text:
			format === 'json'
				? progressJson(progress, practice, skipped)
				: progressText(progress, practice, { now: now.getTime(), skipped, draw }),
		notice,
	};
}

/** Formats progress as JSON for other programs: times in UTC, numbers unrounded, null for unmeasured values. */
function progressJson(progress: Progress, practice: DueCounts, skipped: JournalReading['skipped']): string {
	const object = {
		...progress,
		lessons: [...progress.lessons].map(([lesson, reading]) => ({ lesson, ...reading })),
		scenarios: [...progress.scenarios.values()],
		scores: [...progress.scores.values()].map((score) => ({ ...score, metrics: [...score.metrics.values()] })),
		checks: scoreChecks(LESSONS, Object.fromEntries(progress.lessons)).map((check) => ({
			...check,
			facts: Object.fromEntries(check.facts),
		})),
		practice,
		skipped,
	};
	return `${JSON.stringify(object, null, 2)}\n`;
}
