import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { DeckDocument, PlacedLesson, Problem, ScenarioDocument } from '../content/index.js';
import { DECKS, isShippedDeckId } from '../storage/decks.js';
import { LESSONS, readIdProblem, SHIPPED } from '../storage/index.js';

/**
 * Warns if content has the id of shipped content. It is allowed, since the journal and schedules keep the two apart,
 * but confusing in every list.
 */
export async function idWarnings(file: string, content: Content): Promise<readonly Problem[]> {
	const conflict = findConflict(content);
	if (conflict === null || (await isShippedFile(file))) return [];
	const { message, help } = conflict;
	const problems =
		'lesson' in content
			? (await import('../content/index.js')).lessonIdProblem(content.lesson, message, help)
			: [await readIdProblem(file, message, help)];
	return problems.map((problem) => ({ ...problem, isWarning: true }));
}

type Content =
	| { readonly scenario: ScenarioDocument }
	| { readonly lesson: PlacedLesson }
	| { readonly deck: DeckDocument };

function findConflict(content: Content): { readonly message: string; readonly help: string } | null {
	if ('scenario' in content) {
		const { id } = content.scenario.scenario;
		if (!SHIPPED.some(({ scenario }) => scenario.id === id)) return null;
		return {
			message: `the id ${id} is that of a scenario that comes with the program`,
			help: `Give it another id. Until then lab and report need the path of this file: ${id} alone is the program’s. Progress is kept apart.`,
		};
	}
	if ('lesson' in content) {
		const { id } = content.lesson.document;
		if (!LESSONS.some((lesson) => lesson.id === id)) return null;
		return {
			message: `the id ${id} is that of a lesson that comes with the program`,
			help: `Give it another id: a link to lesson:${id} can mean either.`,
		};
	}
	const { id, cards } = content.deck;
	if (!isShippedDeckId(id)) return null;
	const shippedCards = DECKS.find((deck) => deck.id === id)?.cards.map((card) => card.id) ?? [];
	const repeated = cards.flatMap((card) => (shippedCards.includes(card.id) ? [card.id] : []));
	return {
		message: `the id ${id} is that of questions that come with the program${repeated.length === 0 ? '' : `; theirs ${repeated.length === 1 ? 'is' : 'are'} ${repeated.join(', ')} too`}`,
		help: `Give it another id. Until then its schedule is kept apart, as own:${id}.`,
	};
}

/** Whether a file is shipped content in the program's own source tree. */
async function isShippedFile(file: string): Promise<boolean> {
	const path = resolve(file);
	for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
		const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
		if (text !== null && /"name": "dispatch-board"/.test(text))
			return /^(scenarios|lessons|drills)[/\\]/.test(relative(folder, path));
	}
	return false;
}
