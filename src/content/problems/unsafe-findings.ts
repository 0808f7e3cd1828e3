import { NO_CONTROL } from '../yaml/plant.js';
import type { Finding } from './finding.js';
import { unsafeNames, unsafeRuns } from './harmless.js';
import type { SourceText } from './source-text.js';

/** More of them in one file say nothing new. */
const MOST_UNSAFE = 50;

/** What of a file's text must never reach a terminal. */
export function unsafeFindings({ text }: SourceText): readonly Finding[] {
	return unsafeRuns(text, MOST_UNSAFE).map(({ start, end }) => ({
		start,
		end,
		message: `the file holds ${unsafeNames(text.slice(start, end))}`,
		help: NO_CONTROL,
	}));
}
