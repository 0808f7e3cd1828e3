import { basename, join } from 'node:path';
import { readPricesFile } from '../storage/index.js';
import { listWorksheets } from '../storage/worksheets/list.js';
import { deleteWorksheet, duplicateWorksheet, type Named, renameWorksheet } from '../storage/worksheets/manage.js';
import { type Opened, openWorksheet } from '../storage/worksheets/open.js';
import { worksheetFolder } from '../storage/worksheets/place.js';
import { openWriter, type WorksheetWriter } from '../storage/worksheets/save.js';
import type { Action, Saved, SheetEffect } from '../store/index.js';
import { type Sheet, sheetOf } from '../worksheet/index.js';

export interface SheetFilesOptions {
	readonly env: NodeJS.ProcessEnv;
	/** What happened comes back as an action. */
	readonly dispatch: (action: Action) => void;
}

/** Files of worksheets, as the workbook uses them. */
export interface SheetFiles {
	/** Does what an action asked for. A save is written after the frame, the last of several that came together. */
	readonly run: (effect: SheetEffect) => void;
	/** Says that a file was read already. */
	readonly knows: (path: string, text: string) => void;
	/** Writes what waits; when it returns, that is on the disk, or the reader was told. */
	readonly flush: () => void;
}

type SaveEffect = Extract<SheetEffect, { type: 'sheet-save' }>;

/** Loads what saving needs, so that a program that ends can save without waiting. */
export async function sheetFiles({ env, dispatch }: SheetFilesOptions): Promise<SheetFiles> {
	const [writer, folder] = await Promise.all([openWriter(env), worksheetFolder(env)]);
	const files = new Files(writer, folder, env, dispatch);
	return {
		run: (effect) => files.run(effect),
		knows: (path, text) => files.knows(path, text),
		flush: () => files.flush(),
	};
}

class Files {
	/** Text of each file as it was read or written last: what a save may replace. */
	readonly #texts = new Map<string, string>();
	#waiting: SaveEffect | null = null;

	constructor(
		private readonly writer: WorksheetWriter,
		private readonly folder: string | null,
		private readonly env: NodeJS.ProcessEnv,
		private readonly dispatch: (action: Action) => void,
	) {}

	knows(path: string, text: string): void {
		this.#texts.set(path, text);
	}

	run(effect: SheetEffect): void {
		if (effect.type !== 'sheet-save') {
			// Whatever happens to files, what waits goes first.
			this.flush();
			void this.#do(effect);
			return;
		}
		const idle = this.#waiting === null;
		this.#waiting = effect;
		if (idle) setImmediate(() => this.flush());
	}

	flush(): void {
		const waiting = this.#waiting;
		this.#waiting = null;
		if (waiting) this.#save(waiting);
	}

	#save({ path, sheet, over }: SaveEffect): void {
		const previous = this.#texts.get(path) ?? null;
		const result = this.writer.save({ path, document: sheet, previous, now: new Date(), force: over });
		if (result.ok) this.#texts.set(path, result.text);
		const saved: Saved = result.ok
			? { state: 'saved' }
			: { state: result.kind === 'conflict' ? 'conflict' : 'failed', text: result.message };
		this.dispatch({ type: 'sheet-saved', path, saved, notice: result.ok ? result.notice : null });
	}

	async #do(effect: Exclude<SheetEffect, SaveEffect>): Promise<void> {
		switch (effect.type) {
			case 'sheet-list':
				return this.#list();
			case 'sheet-open':
				return this.#opened(effect.path, await openWorksheet(effect.path, this.env, new Date()));
			case 'sheet-create':
				return this.#create(effect.sheet, effect.path);
			case 'sheet-rename':
			case 'sheet-duplicate':
				return this.#named(effect);
			case 'sheet-delete': {
				const deleted = await deleteWorksheet(effect.path, this.env, new Date());
				this.#texts.delete(effect.path);
				await this.#list();
				if (!deleted.ok) return this.#told(deleted.message);
				const name = basename(effect.path).replace(/\.ya?ml$/, '');
				return this.#done(`${name} is deleted; dispatch-board worksheet ${name} --restore 1 brings it back`);
			}
			case 'sheet-prices': {
				const read = await readPricesFile(effect.file);
				if (read.ok) return this.dispatch({ type: 'prices', list: read.prices });
				if ('unreadable' in read) return this.#told(`${effect.file}: ${read.unreadable}`);
				return this.#told(`${effect.file}: ${read.problems[0]?.message ?? 'it cannot be read'}`);
			}
		}
	}

	async #list(): Promise<void> {
		const { entries, notices } = await listWorksheets(this.env);
		this.dispatch({
			type: 'sheets',
			entries: entries.map(({ name, path, changed, document, problem }) => ({
				name,
				path,
				changed: changed.getTime(),
				sheet: document && sheetOf(document),
				problem,
			})),
			notice: notices[0] ?? null,
		});
	}

	#opened(path: string, opened: Opened): void {
		if (opened.ok) {
			this.#texts.set(path, opened.text);
			this.dispatch({ type: 'sheet-opened', path, sheet: sheetOf(opened.document), notice: opened.notice });
		} else if ('unreadable' in opened) this.#told(`${basename(path)}: ${opened.unreadable}`);
		else {
			const why = opened.notice ?? firstOf(opened.problems.map(({ message }) => message));
			void this.#list().then(() => this.#told(why));
		}
	}

	#create(sheet: Sheet, given: string | null): void {
		const path = given ?? (this.folder && join(this.folder, `${sheet.scenario.id}.yaml`));
		if (path === null) {
			this.#told('there is no home folder; DISPATCH_BOARD_HOME names another one');
			return;
		}
		const result = this.writer.save({ path, document: sheet, previous: null, now: new Date() });
		if (result.ok) {
			this.#texts.set(path, result.text);
			this.dispatch({ type: 'sheet-opened', path, sheet, notice: result.notice });
		} else this.#told(result.message);
	}

	async #named({
		type,
		path,
		name,
	}: Extract<SheetEffect, { type: 'sheet-rename' | 'sheet-duplicate' }>): Promise<void> {
		const opened = await openWorksheet(path, this.env, new Date());
		if (!opened.ok) return this.#opened(path, opened);
		const change = type === 'sheet-rename' ? renameWorksheet : duplicateWorksheet;
		const named: Named = await change(path, name, opened.document, this.env);
		await this.#list();
		if (!named.ok) return this.#told(named.message);
		if (named.notice !== null) return this.#told(named.notice);
		this.#done(type === 'sheet-rename' ? `it is called ${name} now` : `copied to ${name}`);
	}

	#told(text: string): void {
		this.dispatch({ type: 'told', text });
	}

	#done(text: string): void {
		this.dispatch({ type: 'done', text });
	}
}

const firstOf = (messages: readonly string[]): string => messages[0] ?? 'it cannot be read';
