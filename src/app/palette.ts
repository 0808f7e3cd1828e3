import { GUESS } from '../screens/guess.js';
import { FIND_LINE_ROWS, FIND_ROWS } from '../screens/keys.js';
import { focusedRowName } from '../screens/lab-focus.js';
import { OVERLAY_KEYS } from '../screens/overlays/keys.js';
import { filterCommands } from '../screens/overlays/match-command.js';
import { lessonByNumber, placesOf } from '../screens/places.js';
import type { Command, Env, KeyRow } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { WORKSHEET_KEYS } from '../screens/worksheet/keys.js';
import { goToRow } from './go-to.js';
import { commandName, isInForce, placeOf } from './keys.js';
import { PROGRAM_ROWS, topLayer } from './layers.js';
import { QUESTION } from './question.js';
import { SCREENS } from './screens.js';

// The palette is made from the rows of keys and the places of the program, so that it cannot lack one.

/** Returns the commands and places that a text finds, best first; an empty text finds all, a number the row first. */
export function findCommands(before: State, text: string, env: Env): readonly Command[] {
	const state: State = { ...before, palette: null };
	const found = filterCommands(commandsOf(state, env), text);
	const typed = text.trim();
	const row = /^(?:0|[1-9]\d{0,4})$/.test(typed) ? rowCommand(state, Number(typed), env) : null;
	return row ? [row, ...found] : found;
}

/** Returns all commands: those that act here by their ranks in the footer, the places, then what cannot act now. */
function commandsOf(state: State, env: Env): readonly Command[] {
	const entries = entriesOf(state, env);
	const able = entries.filter(({ command }) => command.reason === null).sort((a, b) => a.rank - b.rank);
	const unable = entries.filter(({ command }) => command.reason !== null);
	const acting = new Set(able.map(({ command }) => JSON.stringify(command.action)));
	const places = placesOf(state, env).filter(({ action }) => !acting.has(JSON.stringify(action)));
	return [...able.map(({ command }) => command), ...places, ...unable.map(({ command }) => command)];
}

interface Entry {
	readonly command: Command;
	/** Its rank in the footer: the most useful command has the lowest. */
	readonly rank: number;
}

/** Rank of commands that come after all others that act here. */
const LAST = 100;

/** Returns an entry for each row of the open layers and of all that can open over them, those in force first. */
function entriesOf(state: State, env: Env): readonly Entry[] {
	const entries = new Map<string, Entry>();
	const add = (
		rows: readonly KeyRow[],
		reasonOf: (row: KeyRow) => string | null,
		{ closesOverlay = false, from = 0 } = {},
	): void => {
		let rank = from;
		for (const row of rows) {
			const { action, footer } = row;
			// A row without an entry in the footer goes on with what the row before it does.
			rank = footer?.rank ?? rank;
			const name = commandName(row);
			// All digits are one command.
			const isDigit = action.type === 'type' && footer?.keys === '0-9';
			const id = `${isDigit ? '0-9' : row.keys.join(' ')} ${name}`;
			const known = entries.get(id);
			if (known && !isDigit) continue;
			const command: Command = {
				keys: [...new Set([...(known?.command.keys ?? []), ...row.keys])],
				name,
				aside: '',
				// The word that the footer has for it.
				...(footer && { id: footer.label }),
				action: isDigit ? { type: 'type', text: '' } : action,
				reason: known ? known.command.reason : reasonOf(row),
				...(closesOverlay && { closesOverlay }),
			};
			entries.set(id, { command, rank });
		}
	};
	const reasonIn = (at: State) => (row: KeyRow) =>
		isInForce(row, at, env) ? (row.disabled?.(at, env) ?? null) : (placeOf(row) ?? NOT_HERE);
	add(topLayer(state, env).keys, reasonIn(state));
	add(PROGRAM_ROWS, () => null, { from: LAST });
	if (state.overlay) {
		const below: State = { ...state, overlay: null, find: null };
		add(topLayer(below, env).keys, reasonIn(below), { closesOverlay: true });
		add(OVERLAY_KEYS.find, () => TYPING);
	}
	for (const [layer, rows] of Object.entries(SCREENS[state.screen].keys)) add(rows, () => WHERE[layer] ?? NOT_HERE);
	add(GUESS.keys, () => 'while you guess');
	add(WORKSHEET_KEYS.prompt, () => TYPING);
	add(FIND_LINE_ROWS, () => TYPING);
	add(FIND_ROWS, () => 'while a find is open');
	add(QUESTION.keys, () => 'while a question is open');
	return [...entries.values()];
}

const NOT_HERE = 'not here';
const TYPING = 'while you type';

/** Where the rows of the layers of screens act. */
const WHERE: Readonly<Record<string, string>> = {
	value: TYPING,
	filter: TYPING,
	search: TYPING,
	card: TYPING,
	number: TYPING,
	diagram: TYPING,
	words: TYPING,
	prompt: TYPING,
	picker: 'in a list to pick from',
	menu: 'in the menu',
	shape: 'in a diagnosis',
	points: 'beside key points',
	judged: 'after an answer',
	debrief: 'in the debrief',
	list: 'in the list',
	form: 'in a worksheet',
};

/** Returns the command that goes to a row; null: no row has that number. */
function rowCommand(state: State, row: number, env: Env): Command | null {
	const { overlay, screen } = state;
	const numbersLessons = overlay === null && (screen === 'lesson' || screen === 'contents');
	const action = { type: 'go-to', place: { kind: 'row', row } } as const;
	const command = { keys: [], aside: '', action, reason: null };
	if (numbersLessons) {
		const lesson = lessonByNumber(env.lessons, row);
		return lesson && { ...command, name: `go to lesson ${lesson.number}`, aside: lesson.title };
	}
	if (row === 0) return null;
	const aside = overlay === null && screen === 'lab' ? focusedRowName(goToRow(state, row, env).state) : '';
	return { ...command, name: `go to row ${row}`, aside };
}
