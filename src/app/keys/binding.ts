import type { Action } from '../../screens/action.js';
import type { Mode } from '../../screens/state.js';

/** One command: the keys that give it in some modes, the action, and its words in footer and help. */
export interface Binding {
	readonly modes: readonly Mode[];
	/** Names as `keyNames` gives them; the first stands in help as `shown`. */
	readonly keys: readonly string[];
	readonly action: Action;
	/** The keys as people read them. */
	readonly shown: string;
	/** Two words for the footer. */
	readonly label: string;
	/** A line for the help. */
	readonly help: string;
	/** The footer shows the lowest first, as many as fit; null: only in help. Bindings of one rank share an entry. */
	readonly rank: number | null;
}
