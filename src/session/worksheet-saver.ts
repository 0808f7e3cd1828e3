import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { writeScenario } from '../content/index.js';
import type { Action, SheetEffect } from '../screens/action.js';
import type { SaveState } from '../screens/worksheet/state.js';
import { readText } from '../storage/read-file.js';
import { writeWhole } from '../storage/whole-file.js';
import type { WorksheetWriter } from '../storage/worksheets/save.js';

export type SaveEffect = Extract<SheetEffect, { type: 'sheet-save' }>;

/** Edits of one number that follow each other faster than this are one change, which leaves one earlier version. */
const SAME_CHANGE_MS = 2000;

/** Writes worksheets after the frame, only the last of several changes in a row, and dispatches the outcome. */
export class SheetSaver {
	/** Text of each file as last read or written, by path: a save may replace only that. */
	readonly #texts = new Map<string, string>();
	#pending: SaveEffect | null = null;
	/** The last save if it failed; else null. */
	#failed: SaveEffect | null = null;
	/** The last write: file, subject, and time in milliseconds since 1970. */
	#last = { path: '', subject: '', at: 0 };

	constructor(
		readonly writer: WorksheetWriter,
		private readonly dispatch: (action: Action) => void,
		private readonly write: typeof writeScenario,
	) {}

	/** Sets the known text of a file; null: the file is gone. */
	setKnownText(path: string, text: string | null): void {
		if (text === null) this.#texts.delete(path);
		else this.#texts.set(path, text);
	}

	/** Forgets a failed save whose worksheet is now in another file. */
	clearFailure(): void {
		this.#failed = null;
	}

	/** Schedules a save, which replaces one that is still pending. */
	save(effect: SaveEffect): void {
		const isIdle = this.#pending === null;
		this.#pending = effect;
		if (isIdle) setImmediate(() => this.flush());
	}

	/** Writes the pending save now. */
	flush(): void {
		const pending = this.#pending;
		this.#pending = null;
		if (pending) this.#save(pending);
	}

	/** Writes the pending save and retries a failed one; returns a message if the worksheet is still not saved. */
	finish(): string | null {
		this.flush();
		const failed = this.#failed;
		if (failed) this.#save(failed);
		return this.#failed ? this.#saveCopy(this.#failed) : null;
	}

	/** Saves a copy in the temporary folder; returns a message with its path, or with the whole text if that fails. */
	#saveCopy({ path, sheet }: SaveEffect): string {
		const written = this.write(sheet, null, path);
		const copy = join(tmpdir(), `${sheet.scenario.id}-unsaved-${Date.now()}.yaml`);
		const message = `The last changes of ${path} could not be saved`;
		if (!written.ok) return `${message}.`;
		const fault = writeWhole(copy, written.text, { mode: 0o600 });
		return fault === null ? `${message}; they are in ${copy}.` : `${message}. This is all of it:\n\n${written.text}`;
	}

	#save(effect: SaveEffect): void {
		const { path, sheet, over, subject } = effect;
		const now = new Date();
		const { at } = this.#last;
		const isSame = this.#last.path === path && this.#last.subject === subject;
		const result = this.writer.save({
			path,
			document: sheet,
			previous: this.#previousOf(path),
			now,
			force: over,
			continues: isSame && now.getTime() - at < SAME_CHANGE_MS,
		});
		this.#failed = result.ok ? null : effect;
		this.#last = { path, subject, at: now.getTime() };
		if (result.ok) this.#texts.set(path, result.text);
		const saved: SaveState = result.ok
			? { state: 'saved' }
			: { state: result.kind === 'conflict' ? 'conflict' : 'failed', text: result.message };
		this.dispatch({ type: 'sheet-saved', path, saved, notice: result.ok ? result.notice : null });
	}

	/** Returns the text that a save may replace: the known one, else the file as it is now; null: there is no file. */
	#previousOf(path: string): string | null {
		const known = this.#texts.get(path);
		if (known !== undefined) return known;
		const text = readText(path);
		if (text !== null) this.#texts.set(path, text);
		return text;
	}
}
