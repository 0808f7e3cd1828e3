import type { DeckDocument } from '../content/index.js';
import type { DrillTools } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { Stop } from '../stop.js';
import { LESSONS, SHIPPED } from '../storage/index.js';
import { writeWhole } from '../storage/whole-file.js';

/**
 * Loads everything that drills alone need.
 *
 * @param more decks that the reader brought: their questions, and not the program's own
 */
export async function loadDrillTools(more: readonly DeckDocument[] = []): Promise<DrillTools> {
	const [drill, { DRILL_SCREEN }, { DECKS }] = await Promise.all([
		import('../drill/index.js'),
		import('../screens/drill/screen.js'),
		import('../storage/decks.js'),
	]);
	return {
		drill,
		screen: DRILL_SCREEN,
		kit: {
			decks: more.length > 0 ? more : DECKS,
			scenarios: SHIPPED.map(({ scenario }) => scenario),
			contexts: SHIPPED.filter(({ kind }) => kind === 'context').map(({ scenario }) => scenario),
		},
	};
}

/**
 * The debrief of the run that was looked back at last, as Markdown to be printed; or what was written, where a file was
 * named: JSON for a name that ends in .json. null: there was no run.
 *
 * @throws Stop with 1 where the file exists already or cannot be written
 */
export async function debriefOf(
	{ drill: { run, last } }: State,
	{ drill, kit }: DrillTools,
	file: string | null,
): Promise<string | null> {
	// A run that was left in the middle counts, if anything in it was answered.
	const told = run && run.results.length > 0 ? run : last;
	if (!told) return null;
	const found = drill.debrief(told, told.clock.seen);
	const text = file?.endsWith('.json') ? drill.debriefJson(found) : drill.debriefMarkdown(found, titlesOf(kit));
	if (file === null) return text;
	// An existing file is never overwritten.
	const fault = writeWhole(file, `${text.trimEnd()}\n`);
	if (fault === null) return `The debrief was written to ${file}.`;
	throw new Stop(`The debrief could not be written to ${file}: ${fault}.\n\n${text}`, 1);
}

/** Questions by their words, lessons by their titles. */
const titlesOf = (kit: DrillTools['kit']): { card(id: string): string; lesson(id: string): string } => ({
	card: (id) => {
		const [deck, card = ''] = id.split('/');
		// The shape of a case is its answer.
		if (deck === 'diagnose') return 'a case to diagnose';
		if (deck === 'numbers') return card.replaceAll('-', ' ');
		return kit.decks.find((one) => one.id === deck)?.cards.find((one) => one.id === card)?.question ?? id;
	},
	lesson: (id) => LESSONS.find((lesson) => lesson.id === id)?.title ?? id,
});
