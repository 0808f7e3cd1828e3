import type { DeckDocument } from '../content/index.js';
import type { DrillTools } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { Stop } from '../stop.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import { writeWhole } from '../storage/whole-file.js';

/**
 * Loads the code and the questions that only drills need.
 *
 * @param ownDecks the reader's own decks, which replace the shipped ones; empty: the shipped decks
 */
export async function loadDrillTools(ownDecks: readonly DeckDocument[] = []): Promise<DrillTools> {
	const [drill, { DRILL_SCREEN }, { DECKS }] = await Promise.all([
		import('../drill/index.js'),
		import('../screens/drill/screen.js'),
		import('../storage/decks.js'),
	]);
	return {
		drill,
		screen: DRILL_SCREEN,
		kit: {
			decks: ownDecks.length > 0 ? ownDecks : DECKS,
			scenarios: SHIPPED.map(({ scenario }) => scenario),
			contexts: SHIPPED.filter(({ kind }) => kind === 'context').map(({ scenario }) => scenario),
		},
	};
}

/**
 * Returns the debrief of the last run as Markdown to print, or writes it to a file and returns a message that says so.
 *
 * @param file null: print; a name that ends in .json is written as JSON, any other as Markdown
 * @returns null if there was no run
 * @throws Stop with 1 if the file already exists or cannot be written
 */
export async function exportDebrief(
	{ drill: { run, lastRun: last } }: State,
	{ drill, kit }: DrillTools,
	file: string | null,
): Promise<string | null> {
	// A run that was left early counts if any of its questions was answered.
	const lastRun = run && run.results.length > 0 ? run : last;
	if (!lastRun) return null;
	const debrief = drill.debrief(lastRun, lastRun.clock.seen);
	const titles = { card: (id: string) => drill.cardTitle(kit, id), lesson: lessonTitle };
	const text = file?.endsWith('.json') ? drill.debriefJson(debrief) : drill.debriefMarkdown(debrief, titles);
	if (file === null) return text;
	// An existing file is never overwritten.
	const fault = writeWhole(file, `${text.trimEnd()}\n`);
	if (fault === null) return `The debrief was written to ${file}.`;
	throw new Stop(`The debrief could not be written to ${file}: ${fault}.\n\n${text}`, 1);
}

const lessonTitle = (id: string): string => LESSONS.find((lesson) => lesson.id === id)?.title ?? id;
