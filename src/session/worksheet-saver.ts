import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { writeScenario } from '../content/index.js';
import type { Action, SheetEffect } from '../screens/action.js';
import type { Saved } from '../screens/worksheet/state.js';
import { textAt } from '../storage/read-whole.js';
import { writeWhole } from '../storage/whole-file.js';
import type { WorksheetWriter } from '../storage/worksheets/save.js';

export type SaveEffect = Extract<SheetEffect, { type: 'sheet-save' }>;

/** Keys for one number that come faster than this are one change: what was there before it is one version. */
const ONE_CHANGE_MS = 2000;

/** Writes worksheets after the frame, the last of several changes that came together, and says how it went. */
export class SheetSaver {
	/** Text of each file as it was read or written last: what a save may replace. */
	readonly #texts = new Map<string, string>();
	#waiting: SaveEffect | null = null;
	/** The last save, where it failed. */
	#failed: SaveEffect | null = null;
	/** What was written last: of which file, what of it, and when, in milliseconds since 1970. */
	#last = { path: '', subject: '', at: 0 };

	constructor(
		readonly writer: WorksheetWriter,
		private readonly dispatch: (action: Action) => void,
		private readonly write: typeof writeScenario,
	) {}

	/** Says what a file holds; null: there is none any more. */
	knows(path: string, text: string | null): void {
		if (text === null) this.#texts.delete(path);
		else this.#texts.set(path, text);
	}

	/** What failed is kept elsewhere now. */
	forgets(): void {
		this.#failed = null;
	}

	save(effect: SaveEffect): void {
		const idle = this.#waiting === null;
		this.#waiting = effect;
		if (idle) setImmediate(() => this.flush());
	}

	flush(): void {
		const waiting = this.#waiting;
		this.#waiting = null;
		if (waiting) this.#save(waiting);
	}

	finish(): string | null {
		this.flush();
		const failed = this.#failed;
		if (failed) this.#save(failed);
		return this.#failed ? this.#rescued(this.#failed) : null;
	}

	/** A copy where one can be made; nothing else is left to do for who is leaving. */
	#rescued({ path, sheet }: SaveEffect): string {
		const written = this.write(sheet, null, path);
		const copy = join(tmpdir(), `${sheet.scenario.id}-unsaved-${Date.now()}.yaml`);
		const said = `The last changes of ${path} could not be saved`;
		if (!written.ok) return `${said}.`;
		const fault = writeWhole(copy, written.text, { mode: 0o600 });
		return fault === null ? `${said}; they are in ${copy}.` : `${said}. This is all of it:\n\n${written.text}`;
	}

	#save(effect: SaveEffect): void {
		const { path, sheet, over, subject } = effect;
		const now = new Date();
		const { at } = this.#last;
		const same = this.#last.path === path && this.#last.subject === subject;
		const result = this.writer.save({
			path,
			document: sheet,
			previous: this.#previousOf(path),
			now,
			force: over,
			continues: same && now.getTime() - at < ONE_CHANGE_MS,
		});
		this.#failed = result.ok ? null : effect;
		this.#last = { path, subject, at: now.getTime() };
		if (result.ok) this.#texts.set(path, result.text);
		const saved: Saved = result.ok
			? { state: 'saved' }
			: { state: result.kind === 'conflict' ? 'conflict' : 'failed', text: result.message };
		this.dispatch({ type: 'sheet-saved', path, saved, notice: result.ok ? result.notice : null });
	}

	/** What a save may replace; of a worksheet that was opened in the lab, the file as it is. */
	#previousOf(path: string): string | null {
		const known = this.#texts.get(path);
		if (known !== undefined) return known;
		const text = textAt(path);
		if (text !== null) this.#texts.set(path, text);
		return text;
	}
}
