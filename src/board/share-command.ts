import { type Edit, formatEdit } from '../engine/inputs/index.js';
import { currentEntry, type Lab } from './lab.js';

/**
 * Returns the command line that reproduces the lab's current state, including the pinned baseline.
 *
 * @param name the scenario's id or file
 */
export function shareCommand(lab: Lab, name: string): string {
	const { edits, baseline } = currentEntry(lab);
	const flags = (flag: string, applied: readonly Edit[]): string[] =>
		applied.map((edit) => `${flag} ${formatEdit(edit)}`);
	// A baseline without edits needs one that changes nothing, as `--baseline` takes at least one.
	const baselineEdits =
		baseline && (baseline.edits.length > 0 ? baseline.edits : [{ path: 'threshold', value: lab.loaded.threshold }]);
	return [
		'dispatch-board report',
		quoteWord(name),
		...flags('--set', edits),
		...(baselineEdits ? flags('--baseline', baselineEdits) : []),
	].join(' ');
}

const quoteWord = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
