import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { parseProse } from '../../src/app/markdown.js';
import { type BoardStore, createBoardStore } from '../../src/app/store.js';
import { Conversation } from '../../src/conversation/conversation.js';
import type { Effect } from '../../src/screens/action.js';
import type { DrillTools, SheetTools } from '../../src/screens/screen.js';
import type { ScreenId } from '../../src/screens/state.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { createEnv } from '../../src/session/env.js';
import { loadSheetTools } from '../../src/session/worksheet-tools.js';

/** A conversation over a store without files. */
export interface World {
	readonly store: BoardStore;
	readonly conversation: Conversation;
	readonly effects: readonly Effect[];
	/** What was said at the start. */
	readonly begun: readonly string[];
	/** Says lines one after the other; returns the last answer. */
	say(...lines: readonly string[]): Promise<readonly string[]>;
}

/** Loaded once: reading every deck takes longer than a test. */
let tools: Promise<[DrillTools, SheetTools]> | undefined;

/** Opens a conversation on a screen of the first scenario, in a lesson: lesson 1. */
export async function openWorld(screen: ScreenId): Promise<World> {
	const [first] = documents;
	if (!first) throw new Error('no scenario');
	tools ??= Promise.all([loadDrillTools(), loadSheetTools(documents)]);
	const [drills, sheets] = await tools;
	const effects: Effect[] = [];
	const env = createEnv(documents, lessons, {
		drills: () => drills,
		sheets: () => sheets,
		markdown: parseProse,
		artifact: ({ columns, rows }) => [columns, ...rows].map((row) => [{ text: row.join('  ') }]),
	});
	const store = createBoardStore({
		env,
		size: { columns: 80, rows: 24 },
		scenario: first.scenario,
		screen,
		lesson: screen === 'lesson' ? 'the-bill-fell' : null,
		run: (effect) => effects.push(effect),
	});
	const conversation = new Conversation({ store, settle: async () => {} });
	return {
		store,
		conversation,
		effects,
		begun: conversation.begin(),
		async say(...lines) {
			let answer: readonly string[] = [];
			for (const line of lines) answer = await conversation.answer(line);
			return answer;
		},
	};
}
