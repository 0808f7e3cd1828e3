import { Document, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Problem } from '../../problems/problem.js';
import type { ScenarioDocument } from '../document.js';
import { loadScenario } from '../load.js';
import { type FileValue, toFileValue, UNEDITED_FIELDS } from './file-value.js';

/** Line width for new text, so that an edited text is a small diff; existing lines keep their width. */
const NEW_TEXT = { lineWidth: 100 };
const KEEP_LINES = { lineWidth: 0 };

/** The text of a file, or the problems that would keep it from being loaded. */
export type WrittenScenario =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Writes a document as the text of a scenario file. Keeps the comments, order and layout of `previous` if possible. The
 * text is loaded again to make sure that it gives the same document; a claim (`expect`) that no longer holds is a
 * problem.
 *
 * @param previous current text of the file; null: a new file
 * @param fileName name of the file in the problems
 */
export function writeScenario(document: ScenarioDocument, previous: string | null, fileName: string): WrittenScenario {
	const wanted = toFileValue(document);
	const updatedText = previous === null ? null : updateText(previous, wanted);
	const loaded = updatedText === null ? null : loadScenario(updatedText, fileName);
	if (updatedText !== null && loaded?.ok && isEqual(toFileValue(loaded.document), wanted))
		return { ok: true, text: updatedText };
	// The update can fail: anchors may tie values together that differ now, or the text may not parse. Write it from
	// scratch.
	const text = createText(wanted, previous);
	const reloaded = loadScenario(text, fileName);
	if (reloaded.ok) return { ok: true, text };
	return { ok: false, problems: loaded?.ok === false ? loaded.problems : reloaded.problems };
}

function createText(wanted: FileValue, previous: string | null): string {
	const file = new Document(wanted);
	compactNumbers(file.contents);
	const before = previous === null ? null : parseDocument(previous);
	for (const name of UNEDITED_FIELDS) if (before?.has(name)) file.set(name, before.toJS()[name]);
	return file.toString(NEW_TEXT);
}

function updateText(previous: string, wanted: FileValue): string | null {
	const file = parseDocument(previous);
	if (file.errors.length > 0 || !isMap(file.contents)) return null;
	file.contents = updateNode(file.contents, wanted, file, true) as typeof file.contents;
	return file.toString(KEEP_LINES);
}

/** Updates a node to a value, in place if possible, and returns the node to use. */
function updateNode(node: unknown, value: FileValue, file: Document, isRoot = false): Node {
	if (isMap(node) && isGroup(value)) {
		for (const { key } of [...node.items]) {
			const name = String(isScalar(key) ? key.value : key);
			if (!Object.hasOwn(value, name) && !(isRoot && UNEDITED_FIELDS.includes(name))) node.delete(key);
		}
		for (const [name, item] of Object.entries(value)) {
			const now = node.get(name, true);
			// Defaults that the file leaves out stay left out.
			if (now === undefined && isImplied(value, name, item)) continue;
			const next = now === undefined ? createNode(item, file) : updateNode(now, item, file);
			if (next !== now) node.set(name, next);
		}
		return node;
	}
	if (isSeq(node) && Array.isArray(value)) {
		const items = [...node.items];
		node.items = (value as readonly FileValue[]).map((item, i) => {
			const found = findItem(items, item, i);
			return found === undefined ? createNode(item, file) : updateNode(found, item, file);
		});
		return node;
	}
	if (isScalar(node) && !isGroup(value) && !Array.isArray(value)) {
		// A text in block style ends with a line feed.
		if (node.value === value || (typeof node.value === 'string' && node.value.trim() === value)) return node;
		// Do not reuse the notation of the old value, only its comments.
		const next = file.createNode(value) as Node;
		if (node.comment) next.comment = node.comment;
		if (node.commentBefore) next.commentBefore = node.commentBefore;
		return next;
	}
	return createNode(value, file);
}

/** Returns whether a field may be left out: an empty `set`, or a mix equal to the observed one. */
function isImplied(group: { readonly [key: string]: FileValue }, name: string, item: FileValue): boolean {
	if (name === 'set') return isGroup(item) && Object.keys(item).length === 0;
	const { observed } = group;
	return name === 'routedSmall' && isGroup(observed) && observed['routedSmall'] === item;
}

function createNode(value: FileValue, file: Document): Node {
	const node = file.createNode(value) as Node;
	compactNumbers(node);
	return node;
}

/** Puts small groups of numbers on one line, as people write them. */
function compactNumbers(node: unknown): void {
	if (isSeq(node)) for (const item of node.items) compactNumbers(item);
	if (!isMap(node)) return;
	const values = node.items.map(({ value }) => value);
	if (values.length <= 4 && values.every((value) => isScalar(value) && typeof value.value === 'number'))
		node.flow = true;
	for (const value of values) compactNumbers(value);
}

/** Finds the item of a list to update: the one with the same id or metric, or else the one at the same index. */
function findItem(items: readonly unknown[], value: FileValue, at: number): unknown {
	if (!isGroup(value)) return items[at];
	const name = (of: unknown): string | null => {
		const get = (key: string): unknown => (isMap(of) ? of.get(key) : isGroup(of) ? of[key] : undefined);
		const id = get('id') ?? get('metric');
		return id === undefined ? null : `${String(id)} ${String(get('segment') ?? '')}`;
	};
	const wanted = name(value);
	return wanted === null ? items[at] : items.find((item) => name(item) === wanted);
}

const isGroup = (value: unknown): value is { readonly [key: string]: FileValue } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function isEqual(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
	if (isGroup(a) && isGroup(b)) {
		const names = Object.keys(a);
		return (
			names.length === Object.keys(b).length &&
			names.every((name) => Object.hasOwn(b, name) && isEqual(a[name], b[name]))
		);
	}
	return a === b;
}
