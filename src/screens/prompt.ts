import type { Scenario } from '../engine/scenario.js';
import { createEditor, type Editor } from '../text/editor.js';

/** A line typed below the screen. */
export interface Prompt {
	readonly purpose: PromptPurpose;
	readonly editor: Editor;
}

/** Purpose of a typed line. */
export type PromptPurpose =
	/** The name of a new worksheet, its template and the scenario that it starts with. */
	| { readonly for: 'new'; readonly template: string; readonly scenario: Scenario; readonly path: string | null }
	| { readonly for: 'rename' | 'duplicate'; readonly path: string }
	/** The file of the review artifact. */
	| { readonly for: 'export' }
	/** The file of a price list. */
	| { readonly for: 'prices' }
	/** The other value of the input at `path`. */
	| { readonly for: 'assumption'; readonly path: string };

/** Returns a prompt, filled in with a text. */
export const createPrompt = (ask: PromptPurpose, text = ''): Prompt => ({ purpose: ask, editor: createEditor(text) });
