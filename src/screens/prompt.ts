import type { Scenario } from '../engine/scenario.js';
import { type Editor, editorOf } from '../text/editor.js';

/** A line that is typed below what is on screen. */
export interface Prompt {
	readonly ask: PromptAsk;
	readonly editor: Editor;
}

export type PromptAsk =
	/** A name for a new worksheet, made from a scenario in some state. */
	| { readonly for: 'new'; readonly template: string; readonly scenario: Scenario; readonly path: string | null }
	| { readonly for: 'rename' | 'duplicate'; readonly path: string }
	/** The file that the review artifact goes to. */
	| { readonly for: 'export' }
	/** A file of prices. */
	| { readonly for: 'prices' }
	/** The other value of an input. */
	| { readonly for: 'assumption'; readonly path: string };

export const prompted = (ask: PromptAsk, text = ''): Prompt => ({ ask, editor: editorOf(text) });
