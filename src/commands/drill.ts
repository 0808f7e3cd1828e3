import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { DeckDocument } from '../content/index.js';
import { computeProgress } from '../course/index.js';
import type { DrillSet } from '../screens/drill/state.js';
import { loadDrillTools } from '../session/drill-tools.js';
import type { LoadedSettings } from '../session/settings.js';
import { readStoredEvents } from '../session/stored-events.js';
import { Stop } from '../stop.js';
import { isShippedDeckId, readDeckFile } from '../storage/decks.js';
import { contentFiles, describeProblem, lessonHeads, OPENING, SHIPPED } from '../storage/index.js';
import { parseChoice } from './format.js';
import { choosePresentation, loadWorkbook } from './presentation.js';

export interface DrillOptions {
	/** recall, interview, numbers, diagnose or diagrams; null: the menu. */
	readonly kind: string | null;
	/** Minutes of a timed run; null for none. */
	readonly minutes: string | null;
	readonly due: boolean;
	/** Deck files of the reader. */
	readonly decks: readonly string[];
	readonly exportTo: string | null;
	/** Seed of the questions drawn; null for a different one each time. */
	readonly seed: string | null;
	readonly settings: LoadedSettings;
}

const KINDS = ['recall', 'interview', 'numbers', 'diagnose', 'diagrams'] as const;

/**
 * Opens the drills; without a terminal, prints the number of questions of each kind and how many are due.
 *
 * @throws Stop with 2 for arguments that do not exist, with 1 for a deck with problems
 */
export async function drillCommand(options: DrillOptions): Promise<string | null> {
	const minutes = parseMinutes(options.minutes);
	const kind = options.kind === null ? null : parseChoice('kind of drill', options.kind, KINDS);
	const decks = withDistinctIds(await Promise.all(options.decks.map(readDeck)), options.decks);
	const start: DrillSet | null = minutes !== null ? 'run' : options.due ? 'due' : (kind ?? deckKind(decks));
	const seed = parseSeed(options.seed);
	if (options.exportTo !== null) await assertNewFile(options.exportTo);
	const { stdin, stdout, env } = process;
	const presentation = choosePresentation({ stdin, stdout, env, settings: options.settings });
	if (presentation === 'none') {
		if (minutes !== null || options.exportTo !== null) throw new Stop('A run needs a terminal: run this in one.', 2);
		return countsText(decks);
	}
	const [{ openMemory }, runWorkbook] = await Promise.all([import('../session/memory.js'), loadWorkbook(presentation)]);
	const document = SHIPPED.find(({ scenario }) => scenario.id === OPENING);
	if (!document) throw new Error(`the opening scenario ${OPENING} was not shipped`);
	const memory = await openMemory(process.env, () => null);
	const drill = { start, minutes, decks, exportTo: options.exportTo, seed };
	return runWorkbook(document, OPENING, memory, {
		settings: options.settings,
		screen: 'contents',
		lesson: null,
		drill,
	});
}

/** Returns the kind of the reader's first deck, to start with; null without decks. */
const deckKind = (decks: readonly DeckDocument[]): DrillSet | null => decks[0]?.cards[0]?.kind ?? null;

function parseMinutes(text: string | null): number | null {
	if (text === null) return null;
	const minutes = Number(text);
	if (!(minutes >= 1 && minutes <= 240)) throw new Stop(`--minutes takes a number from 1 to 240, not ${text}.`, 2);
	return minutes;
}

function parseSeed(text: string | null): number | null {
	if (text === null) return null;
	const seed = Number(text);
	if (!Number.isInteger(seed) || seed < 0 || seed > 2 ** 31)
		throw new Stop(`--seed takes a whole number from 0 to 2147483648, not ${text}.`, 2);
	return seed;
}

/** Checks before the run that its debrief can be written to a new file. */
async function assertNewFile(path: string): Promise<void> {
	const exists = await access(path).then(
		() => true,
		() => false,
	);
	if (exists) throw new Stop(`--export: ${path} exists already, and is not overwritten: name another file.`, 2);
	const folder = dirname(resolve(path));
	await access(folder, constants.W_OK).catch(() => {
		throw new Stop(`--export: nothing can be written in ${folder}: name a folder that exists.`, 2);
	});
}

/** Makes deck ids distinct from shipped ones, so that schedules do not mix. Throws if two decks share an id. */
function withDistinctIds(decks: readonly DeckDocument[], paths: readonly string[]): readonly DeckDocument[] {
	const ids = decks.map(({ id }) => id);
	const repeated = ids.findIndex((id, i) => ids.indexOf(id) < i);
	if (repeated >= 0) {
		const first = ids.indexOf(ids[repeated] ?? '');
		const both = `${paths[first]} and ${paths[repeated]} are both the deck ${ids[repeated]}`;
		throw new Stop(`${both}, and their schedules would mix. Give one of them another id.`, 1);
	}
	// Ids in files cannot contain a colon, so these reviews never count for shipped questions.
	return decks.map((deck) => (isShippedDeckId(deck.id) ? { ...deck, id: `own:${deck.id}` } : deck));
}

/** Reads a deck file. Its questions may refer to lessons in the same folder. */
async function readDeck(path: string): Promise<DeckDocument> {
	const heads = await lessonHeads(await contentFiles(dirname(path)));
	const read = await readDeckFile(
		path,
		heads.flatMap(({ id }) => id ?? []),
	);
	if (read.ok) return read.document;
	if ('unreadable' in read) throw new Stop(`${path}: ${read.unreadable}.`, 2);
	throw new Stop((await Promise.all(read.problems.map(describeProblem))).join('\n\n'), 1);
}

async function countsText(decks: readonly DeckDocument[]): Promise<string> {
	const { kit, drill } = await loadDrillTools(decks);
	const { events } = await readStoredEvents(process.env);
	const schedule = drill.scheduleOf(computeProgress(events).reviews);
	const now = new Date();
	const lines = drill.DRILL_KINDS.map((kind) => {
		const { cards, due, fresh } = drill.countDue(schedule, drill.cardsOf(kit, kind), now);
		return `${kind.padEnd(10)} ${String(cards).padStart(3)} questions, ${due} due, ${fresh} new`;
	});
	return `${lines.join('\n')}\n\nDrills need a terminal: run this in one.\n`;
}
