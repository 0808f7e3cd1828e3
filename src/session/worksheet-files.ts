import { basename, dirname, join } from 'node:path';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import type { Action, SheetEffect } from '../screens/action.js';
import type { SheetEntry } from '../screens/worksheet/state.js';
import { readPricesFile, SHIPPED } from '../storage/index.js';
import { listWorksheets, readEntry, type WorksheetEntry } from '../storage/worksheets/list.js';
import {
	deleteWorksheet,
	duplicateWorksheet,
	type NamedResult,
	renameWorksheet,
} from '../storage/worksheets/manage.js';
import { type OpenResult, openWorksheet } from '../storage/worksheets/open.js';
import { worksheetFolder } from '../storage/worksheets/place.js';
import { openWriter } from '../storage/worksheets/save.js';
import { copySheet, renameSheet, type Sheet, sheetOf } from '../worksheet/index.js';
import { type SaveEffect, SheetSaver } from './worksheet-saver.js';

export interface SheetFilesOptions {
	readonly env: NodeJS.ProcessEnv;
	/** Receives the outcomes as actions. */
	readonly dispatch: (action: Action) => void;
}

/** File operations on worksheets, as the workbook uses them. */
export interface SheetFiles {
	/** Runs an effect. Saves are written after the frame; of several in a row, only the last is written. */
	readonly run: (effect: SheetEffect) => void;
	/** Waits until every operation that was started has ended, and writes what is still to be saved. */
	readonly settle: () => Promise<void>;
	/** Sets the text of a file that was already read. */
	readonly setKnownText: (path: string, text: string) => void;
	/**
	 * Writes pending changes, and retries a failed save once.
	 *
	 * @returns null if everything is on disk; otherwise a message on what was not saved, and where a copy is
	 */
	readonly finish: () => string | null;
}

/** Loads the code that saving needs, so that saving at the end of the program is synchronous. */
export async function createSheetFiles({ env, dispatch }: SheetFilesOptions): Promise<SheetFiles> {
	const [writer, folder, { writeScenario }] = await Promise.all([
		openWriter(env),
		worksheetFolder(env),
		import('../content/scenario/written/write.js'),
	]);
	const saver = new SheetSaver(writer, dispatch, writeScenario);
	const files = new WorksheetFiles(saver, folder, env, dispatch);
	return {
		run: (effect) => files.run(effect),
		settle: () => files.settle(),
		setKnownText: (path, text) => saver.setKnownText(path, text),
		finish: () => saver.finish(),
	};
}

/** Returns a worksheet as the screen lists it, made safe to print: a file name can contain any character. */
const toSheetEntry = ({ name, path, changed, document, problem, title }: WorksheetEntry): SheetEntry => ({
	name: drawUnsafeLine(name),
	path,
	changed: changed.getTime(),
	sheet: document && sheetOf(document),
	problem: problem && drawUnsafeLine(problem),
	...(title !== undefined && { title: title && drawUnsafeLine(title) }),
});

class WorksheetFiles {
	/** Paths of files that are being read for the list. */
	readonly #beingRead = new Set<string>();
	/** The operations that are going on. */
	readonly #running = new Set<Promise<void>>();

	constructor(
		private readonly saver: SheetSaver,
		private readonly folder: string | null,
		private readonly env: NodeJS.ProcessEnv,
		private readonly dispatch: (action: Action) => void,
	) {}

	run(effect: SheetEffect): void {
		if (effect.type === 'sheet-save') this.saver.save(effect);
		else {
			// Pending changes are written before any other operation on the files.
			this.saver.flush();
			const running = this.#run(effect).finally(() => this.#running.delete(running));
			this.#running.add(running);
		}
	}

	async settle(): Promise<void> {
		// The outcome of an operation can start another one.
		while (this.#running.size > 0) await Promise.all(this.#running);
		this.saver.flush();
	}

	async #run(effect: Exclude<SheetEffect, SaveEffect>): Promise<void> {
		switch (effect.type) {
			case 'sheet-list':
				return this.#list();
			case 'sheet-read':
				return this.#readWhole(effect.entries);
			case 'sheet-open':
				return this.#showOpened(effect.path, await openWorksheet(effect.path, this.env, new Date()));
			case 'sheet-create':
				return this.#create(effect.sheet, effect.path, effect.besides ?? null);
			case 'sheet-rename':
			case 'sheet-duplicate':
				return this.#renameOrCopy(effect);
			case 'sheet-delete': {
				const deleted = await deleteWorksheet(effect.path, this.env, new Date());
				this.saver.setKnownText(effect.path, null);
				if (deleted.ok) this.dispatch({ type: 'sheet-removed', path: effect.path });
				await this.#list();
				if (!deleted.ok) return this.#notify(deleted.message);
				const name = basename(effect.path).replace(/\.ya?ml$/, '');
				return this.#confirm(`${name} is deleted; dispatch-board worksheet ${name} --restore 1 brings it back`);
			}
			case 'sheet-prices': {
				const { file } = effect;
				const read = await readPricesFile(file);
				if (read.ok) return this.dispatch({ type: 'prices', list: read.prices });
				const text = 'unreadable' in read ? read.unreadable : firstMessage(read.problems.map(({ message }) => message));
				return this.dispatch({ type: 'file-refused', for: 'prices', file, text });
			}
		}
	}

	async #list(): Promise<void> {
		const { entries, notices } = await listWorksheets(this.env);
		this.dispatch({
			type: 'sheets',
			entries: entries.map(toSheetEntry),
			notice: notices[0] ?? null,
		});
	}

	async #readWhole(entries: readonly SheetEntry[]): Promise<void> {
		const unread = entries.filter(({ path }) => !this.#beingRead.has(path));
		for (const { path } of unread) this.#beingRead.add(path);
		const read = await Promise.all(unread.map((entry) => readEntry({ ...entry, changed: new Date(entry.changed) })));
		for (const { path } of unread) this.#beingRead.delete(path);
		if (read.length > 0) this.dispatch({ type: 'sheets-read', entries: read.map(toSheetEntry) });
	}

	async #showOpened(path: string, opened: OpenResult): Promise<void> {
		const shipped = opened.ok && isShipped(opened.document.scenario.id);
		if (opened.ok && shipped) this.#notify(`${opened.document.scenario.id} ${IS_SHIPPED}`);
		else if (opened.ok) {
			this.saver.setKnownText(path, opened.text);
			this.dispatch({ type: 'sheet-opened', path, sheet: sheetOf(opened.document), notice: opened.notice });
		} else if ('unreadable' in opened) this.#notify(`${basename(path)}: ${opened.unreadable}`);
		else {
			const why = opened.notice ?? firstMessage(opened.problems.map(({ message }) => message));
			await this.#list();
			this.#notify(why);
		}
	}

	/**
	 * Creates the file of a new worksheet and opens it.
	 *
	 * @param given null: in the worksheet folder, or in that of `besides`
	 * @param besides file that another program changed and that stays as it is; null: none
	 */
	#create(sheet: Sheet, given: string | null, besides: string | null, tries = 1): void {
		const folder = besides === null ? this.folder : dirname(besides);
		const path = given ?? (folder && join(folder, `${sheet.scenario.id}.yaml`));
		if (path === null) {
			this.#notify('there is no home folder; DISPATCH_BOARD_HOME names another one');
			return;
		}
		const result = this.saver.writer.save({ path, document: sheet, previous: null, now: new Date() });
		if (result.ok) {
			this.saver.setKnownText(path, result.text);
			this.saver.clearFailure();
			this.dispatch({ type: 'sheet-opened', path, sheet, notice: result.notice });
			if (besides !== null) this.#confirm(`the other version stays in ${basename(besides)}; yours is ${path}`);
		} else if (result.kind === 'conflict' && given === null && tries < MAX_TRIES) {
			// Another program created a worksheet of this name since the list was read.
			const id = `${sheet.scenario.id.replace(/-\d+$/, '')}-${tries + 1}`;
			this.#create({ ...sheet, scenario: { ...sheet.scenario, id } }, null, besides, tries + 1);
		} else this.#notify(result.message);
	}

	async #renameOrCopy({
		type,
		path,
		name,
		words,
	}: Extract<SheetEffect, { type: 'sheet-rename' | 'sheet-duplicate' }>): Promise<void> {
		const opened = await openWorksheet(path, this.env, new Date());
		if (!opened.ok) return this.#showOpened(path, opened);
		const change = type === 'sheet-rename' ? renameWorksheet : duplicateWorksheet;
		const document = type === 'sheet-rename' ? renameSheet(opened.document, words) : copySheet(opened.document, words);
		const named: NamedResult = await change(path, name, document, this.env);
		if (named.ok && type === 'sheet-rename') this.dispatch({ type: 'sheet-removed', path });
		await this.#list();
		if (!named.ok) return this.#notify(named.message);
		if (named.notice !== null) return this.#notify(named.notice);
		this.#confirm(type === 'sheet-rename' ? `it is called ${name} now` : `copied to ${name}`);
	}

	#notify(text: string): void {
		this.dispatch({ type: 'report-problem', text });
	}

	#confirm(text: string): void {
		this.dispatch({ type: 'report-success', text });
	}
}

/** Number of names that are tried for a copy. */
const MAX_TRIES = 20;

/** Message about a worksheet with the id of a shipped scenario, which it would replace in lessons. */
const IS_SHIPPED = 'is a scenario that comes with the program: give the file another id, or take it as a template';
const isShipped = (id: string): boolean => SHIPPED.some(({ scenario }) => scenario.id === id);

const firstMessage = (messages: readonly string[]): string => messages[0] ?? 'it cannot be read';
