import { type Progress, progressOf } from '../course/index.js';
import type { Counts } from '../drill/index.js';
import { loadDrillTools } from '../session/drill-tools.js';
import { keptEvents } from '../session/kept-events.js';
import type { Environment, JournalReading } from '../storage/index.js';
import { chosenFormat } from './format.js';
import { progressText } from './progress-text.js';

const FORMATS = ['text', 'json'] as const;

export interface ProgressPrint {
	readonly text: string;
	/** What is wrong with the journal though it could be read. */
	readonly notice: string | null;
}

/**
 * What the reader did so far, from the journal, which is only read.
 *
 * @throws Stop with 2 for a format that does not exist, with 1 for a journal that cannot be read
 */
export async function progressCommand(typed: string, env: Environment): Promise<ProgressPrint> {
	const format = chosenFormat(typed, FORMATS);
	const { events, skipped, notice } = await keptEvents(env);
	const progress = progressOf(events);
	const now = new Date();
	const { drill, kit } = await loadDrillTools();
	const practice = drill.practiceOf(kit, progress.reviews, now);
	return {
		text:
			format === 'json'
				? progressJson(progress, practice, skipped)
				: progressText(progress, practice, now.getTime(), skipped),
		notice,
	};
}

/** For programs: times in UTC, numbers unrounded, `null` where something was not measured. */
function progressJson(progress: Progress, practice: Counts, skipped: JournalReading['skipped']): string {
	const object = {
		...progress,
		lessons: [...progress.lessons].map(([lesson, reading]) => ({ lesson, ...reading })),
		scenarios: [...progress.scenarios.values()],
		scores: [...progress.scores.values()].map((score) => ({ ...score, metrics: [...score.metrics.values()] })),
		practice,
		skipped,
	};
	return `${JSON.stringify(object, null, 2)}\n`;
}
