import { Document, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Problem } from '../../problems/problem.js';
import type { ScenarioDocument } from '../document.js';
import { loadScenario } from '../load.js';
import { asWritten, LEFT_ALONE, type Written } from './as-written.js';

/** Columns of a line, so that a change of a text is a small change of its file; lines that are there stay as they are. */
const WIDTH = { lineWidth: 100 };
const AS_IT_IS = { lineWidth: 0 };

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
	const loaded = kept === null ? null : loadScenario(kept, fileName);
	if (kept !== null && loaded?.ok && same(asWritten(loaded.document), wanted)) return { ok: true, text: kept };
	// Anchors may tie values together that differ now, or a text may not be readable: then the file is laid out anew.
	const text = laidOut(wanted, previous);
	const anew = loadScenario(text, fileName);
	if (anew.ok) return { ok: true, text };
	return { ok: false, problems: loaded?.ok === false ? loaded.problems : anew.problems };
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
	return file.toString(AS_IT_IS);
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
			// What the file leaves out because it goes without saying stays left out.
			if (now === undefined && goesWithoutSaying(value, name, item)) continue;
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
		// A text that is laid out over lines ends in one.
		if (node.value === value || (typeof node.value === 'string' && node.value.trim() === value)) return node;
		// How the old value was spelled says nothing of the new one; a comment beside it stays.
		const next = file.createNode(value) as Node;
		if (node.comment) next.comment = node.comment;
		if (node.commentBefore) next.commentBefore = node.commentBefore;
		return next;
	}
	return created(value, file);
}

/** A mix is what was observed unless the file says otherwise, and a state that sets nothing sets nothing. */
function goesWithoutSaying(group: { readonly [key: string]: Written }, name: string, item: Written): boolean {
	if (name === 'set') return isGroup(item) && Object.keys(item).length === 0;
	const { observed } = group;
	return name === 'routedSmall' && isGroup(observed) && observed['routedSmall'] === item;
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
