import { FROM_MEMORY } from '../../worksheet/index.js';
import type { Reduced, SheetSurroundings } from '../around.js';
import { say } from '../changes.js';
import type { State } from '../state.js';
import { quiet } from './change.js';

/**
 * Asks what the last step asks for, from the chosen card on: the drill of its kind, which keeps the grade and comes
 * back here.
 *
 * @param focus `memory.` and the card
 */
export function startedFromMemory(state: State, focus: string, around: SheetSurroundings): Reduced {
	const tools = around.drills();
	if (!tools) return quiet(say(state, 'drills are being loaded: a moment'));
	if (state.drill.run && !state.drill.debriefed)
		return quiet(say(state, 'an interview run is going on: finish or leave it first (d)'));
	const at = FROM_MEMORY.findIndex((card) => `memory.${card}` === focus);
	return quiet({ ...around.go.cards(state, FROM_MEMORY.slice(Math.max(0, at)), around, tools), fromSheet: true });
}
