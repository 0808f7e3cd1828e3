import { Document, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Problem } from '../../problems/problem.js';
import type { ScenarioDocument } from '../document.js';
import { loadScenario } from '../load.js';
import { asWritten, LEFT_ALONE, type Written } from './as-written.js';

/** Columns of a line, so that a change of a text is a small change of its file. */
const WIDTH = { lineWidth: 100 };

/** The text of a file, or what would keep it from being read again. */
export type WrittenScenario =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * A document as the text of a scenario file. Comments, order and layout of what stands in `previous` stay where they
 * are. What is returned was read back and means the document; a claim (`expect`) that it breaks is a problem.
 *
 * @param previous the file as it is now; null: it is new
 * @param fileName as problems should call it
 */
export function writeScenario(document: ScenarioDocument, previous: string | null, fileName: string): WrittenScenario {
	const wanted = asWritten(document);
	const kept = previous === null ? null : updated(previous, wanted);
	// Anchors may tie values together that differ now: then the file is laid out anew.
	const text = kept !== null && means(kept, wanted) ? kept : laidOut(wanted, previous);
	const loaded = loadScenario(text, fileName);
	return loaded.ok ? { ok: true, text } : { ok: false, problems: loaded.problems };
}

function laidOut(wanted: Written, previous: string | null): string {
	const file = new Document(wanted);
	compact(file.contents);
	const before = previous === null ? null : parseDocument(previous);
	for (const name of LEFT_ALONE) if (before?.has(name)) file.set(name, before.toJS()[name]);
	return file.toString(WIDTH);
}

function updated(previous: string, wanted: Written): string | null {
	const file = parseDocument(previous);
	if (file.errors.length > 0 || !isMap(file.contents)) return null;
	file.contents = update(file.contents, wanted, file, true) as typeof file.contents;
	return file.toString(WIDTH);
}

function means(text: string, wanted: Written): boolean {
	const file = parseDocument(text);
	if (file.errors.length > 0) return false;
	const { ...found } = file.toJS() as Record<string, unknown>;
	for (const name of LEFT_ALONE) delete found[name];
	return same(found, wanted);
}

/** A node with a value in it: itself, wherever it can hold it. */
function update(node: unknown, value: Written, file: Document, outermost = false): Node {
	if (isMap(node) && isGroup(value)) {
		for (const { key } of [...node.items]) {
			const name = String(isScalar(key) ? key.value : key);
			if (!Object.hasOwn(value, name) && !(outermost && LEFT_ALONE.includes(name))) node.delete(key);
		}
		for (const [name, item] of Object.entries(value)) {
			const now = node.get(name, true);
			const next = now === undefined ? created(item, file) : update(now, item, file);
			if (next !== now) node.set(name, next);
		}
		return node;
	}
	if (isSeq(node) && Array.isArray(value)) {
		const items = [...node.items];
		node.items = (value as readonly Written[]).map((item, i) => {
			const found = itemFor(items, item, i);
			return found === undefined ? created(item, file) : update(found, item, file);
		});
		return node;
	}
	if (isScalar(node) && !isGroup(value) && !Array.isArray(value)) {
		if (node.value === value) return node;
		// How the old value was spelled says nothing of the new one; a comment beside it stays.
		const next = file.createNode(value) as Node;
		if (node.comment) next.comment = node.comment;
		if (node.commentBefore) next.commentBefore = node.commentBefore;
		return next;
	}
	return created(value, file);
}

function created(value: Written, file: Document): Node {
	const node = file.createNode(value) as Node;
	compact(node);
	return node;
}

/** A few numbers that belong together stand on one line, as people write them. */
function compact(node: unknown): void {
	if (isSeq(node)) for (const item of node.items) compact(item);
	if (!isMap(node)) return;
	const values = node.items.map(({ value }) => value);
	if (values.length <= 4 && values.every((value) => isScalar(value) && typeof value.value === 'number'))
		node.flow = true;
	for (const value of values) compact(value);
}

/** The item of a list that is meant: with the same id or metric, else in the same place. */
function itemFor(items: readonly unknown[], value: Written, at: number): unknown {
	if (!isGroup(value)) return items[at];
	const name = (of: unknown): string | null => {
		const get = (key: string): unknown => (isMap(of) ? of.get(key) : isGroup(of) ? of[key] : undefined);
		const id = get('id') ?? get('metric');
		return id === undefined ? null : `${String(id)} ${String(get('segment') ?? '')}`;
	};
	const wanted = name(value);
	return wanted === null ? items[at] : items.find((item) => name(item) === wanted);
}

const isGroup = (value: unknown): value is { readonly [key: string]: Written } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function same(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
	if (isGroup(a) && isGroup(b)) {
		const names = Object.keys(a);
		return (
			names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
		);
	}
	return a === b;
}
