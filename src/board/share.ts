import { type Edit, spellEdit } from '../engine/inputs/index.js';
import { type Lab, present } from './lab.js';

/**
 * The command line that reproduces the lab's present state, its pinned baseline included.
 *
 * @param name what the command line calls the scenario: an id, or a file
 */
export function shareCommand(lab: Lab, name: string): string {
	const { edits, baseline } = present(lab);
	const flags = (flag: string, of: readonly Edit[]): string[] => of.map((edit) => `${flag} ${spellEdit(edit)}`);
	// A baseline pinned before anything was edited needs an edit that changes nothing.
	const pinned =
		baseline && (baseline.edits.length > 0 ? baseline.edits : [{ path: 'threshold', value: lab.loaded.threshold }]);
	return [
		'dispatch-board report',
		quoted(name),
		...flags('--set', edits),
		...(pinned ? flags('--baseline', pinned) : []),
	].join(' ');
}

const quoted = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
