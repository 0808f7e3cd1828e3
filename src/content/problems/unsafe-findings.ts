import { CONTROL_CHARACTER_HELP } from '../yaml/plain-tree.js';
import type { Finding } from './finding.js';
import type { SourceText } from './source-text.js';
import { describeUnsafe, unsafeRuns } from './unsafe-text.js';

/** Maximum number reported per file; more of them tell nothing new. */
const MAX_UNSAFE = 50;

/** Finds characters in a file that must never reach a terminal. */
export function unsafeFindings({ text }: SourceText): readonly Finding[] {
	return unsafeRuns(text, MAX_UNSAFE).map(({ start, end }) => ({
		start,
		end,
		message: `the file holds ${describeUnsafe(text.slice(start, end))}`,
		help: CONTROL_CHARACTER_HELP,
	}));
}
