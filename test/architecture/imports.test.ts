import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** The folders of src that a folder may import; `types:` only as types. `.`: files directly in src. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	chapter: [],
	text: [],
	engine: [],
	settings: [],
	content: ['engine', 'chapter', 'text'],
	board: ['engine', 'types:content'],
	course: ['engine', 'chapter', 'text', 'board', 'types:content'],
	drill: ['engine', 'chapter', 'text', 'board', 'types:content'],
	worksheet: ['engine', 'chapter', 'text', 'board', 'types:content'],
	present: ['engine', 'chapter', 'text', 'board', 'course', 'drill', 'worksheet', 'types:content'],
	screens: ['present', 'text', 'engine', 'chapter', 'board', 'course', 'drill', 'worksheet', 'types:content'],
	export: ['present', 'text', 'types:content'],
	storage: ['content', 'types:course'],
	app: ['screens', 'board', 'text', 'types:settings', 'types:content', 'types:worksheet', 'types:engine'],
	conversation: ['app', 'screens', 'present', 'engine', 'text', 'types:board'],
	terminal: [],
	session: [
		'conversation',
		'board',
		'content',
		'course',
		'drill',
		'engine',
		'export',
		'present',
		'screens',
		'settings',
		'storage',
		'terminal',
		'text',
		'app',
		'worksheet',
		'.',
	],
	commands: ['*'],
	'.': ['*'],
};

/** Packages and modules that the folders from engine to screens must not import, because they also run in a browser. */
const NO_PLATFORM = [/^node:/, /^react/, /^ink/, /^chalk/, /^zustand/, /^marked/];

/** Packages and Node modules that each folder must not import. */
const FORBIDDEN: Readonly<Record<string, readonly RegExp[]>> = {
	chapter: [/./],
	text: NO_PLATFORM,
	engine: NO_PLATFORM,
	settings: NO_PLATFORM,
	content: NO_PLATFORM,
	board: NO_PLATFORM,
	course: NO_PLATFORM,
	drill: NO_PLATFORM,
	worksheet: NO_PLATFORM,
	present: NO_PLATFORM,
	screens: NO_PLATFORM,
	export: NO_PLATFORM,
	storage: [/^react/, /^ink/, /^chalk/],
	terminal: [/^react/, /^ink/, /^chalk/],
	app: [/^node:/],
	conversation: NO_PLATFORM,
};

/** Uses of Node without an import. */
const NODE = /\bprocess\.|\bBuffer\b|\b__dirname\b|\brequire\(/;
/** Uses of a clock, of chance or of Node, which folders that must be pure cannot have. */
const PURE = new RegExp(`\\bDate\\.now\\b|\\bMath\\.random\\b|\\bperformance\\.|${NODE.source}`);
const IMPURE: Readonly<Record<string, RegExp>> = {
	chapter: PURE,
	content: NODE,
	export: NODE,
	engine: PURE,
	settings: PURE,
	text: PURE,
	board: PURE,
	drill: PURE,
	worksheet: PURE,
	course: PURE,
	present: PURE,
	screens: PURE,
	conversation: PURE,
	app: /\bDate\.now\b|\bMath\.random\b|\bprocess\.(?!env)/,
};

interface Import {
	readonly file: string;
	readonly folder: string;
	readonly from: string;
	readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const folderOf = (file: string): string => (/[/\\]/.test(file) ? (file.split(/[/\\]/)[0] ?? '.') : '.');
const STATEMENT =
	/(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

const imports: readonly Import[] = files.flatMap((file) =>
	[...readFileSync(join(SRC, file), 'utf8').matchAll(STATEMENT)].map((found) => ({
		file,
		folder: folderOf(file),
		from: found[2] ?? found[3] ?? '',
		typeOnly: found[1] !== undefined,
	})),
);

function target(file: string, from: string): string {
	return folderOf(relative(SRC, join(SRC, file, '..', from)));
}

/** Returns the import cycles, direct and indirect: each once, its files sorted. */
function importCycles(all: readonly Import[]): readonly (readonly string[])[] {
	const bare = (path: string): string => path.replace(/\.[jt]sx?$/, '');
	const edges = new Map<string, string[]>();
	for (const { file, from } of all) {
		if (!from.startsWith('.')) continue;
		const to = bare(relative(SRC, join(SRC, file, '..', from)));
		edges.set(bare(file), [...(edges.get(bare(file)) ?? []), to]);
	}
	// Two files that reach each other are in a cycle.
	const reachableFrom = (start: string): ReadonlySet<string> => {
		const seen = new Set<string>();
		const open = [...(edges.get(start) ?? [])];
		for (let file = open.pop(); file !== undefined; file = open.pop())
			if (!seen.has(file)) {
				seen.add(file);
				open.push(...(edges.get(file) ?? []));
			}
		return seen;
	};
	const from = new Map([...edges.keys()].map((file) => [file, reachableFrom(file)]));
	const found = new Map<string, readonly string[]>();
	for (const [file, seen] of from) {
		if (!seen.has(file)) continue;
		const cycle = [...seen].filter((other) => from.get(other)?.has(file)).sort();
		found.set(cycle.join(), cycle);
	}
	return [...found.values()];
}

describe('imports between folders', () => {
	it('are found in every file', () => {
		expect(files.length).toBeGreaterThan(50);
		expect(imports.filter(({ folder }) => folder === 'screens').length).toBeGreaterThan(100);
	});

	it('have a rule for every folder', () => {
		expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
	});

	it('stay within the allowed folders', () => {
		const wrong = imports.filter(({ file, folder, from, typeOnly }) => {
			if (!from.startsWith('.')) return false;
			const to = target(file, from);
			const allowed = MAY_IMPORT[folder] ?? [];
			if (to === folder || allowed.includes('*') || allowed.includes(to)) return false;
			return !(typeOnly && allowed.includes(`types:${to}`));
		});
		expect(wrong).toEqual([]);
	});

	it('leave packages and Node out of the folders that must not use them', () => {
		const wrong = imports.filter(
			({ folder, from, typeOnly }) => !typeOnly && FORBIDDEN[folder]?.some((forbidden) => forbidden.test(from)),
		);
		expect(wrong).toEqual([]);
	});

	it('bring React, Ink and chalk only into app and session', () => {
		const users = new Set(
			imports.filter(({ from }) => /^(react|ink|chalk)($|\/|-)/.test(from)).map(({ folder }) => folder),
		);
		expect([...users].sort()).toEqual(['app', 'session']);
	});

	it('do not lead from one screen to another', () => {
		const screenOf = (path: string): string | null => /^screens[/\\]([^/\\]+)[/\\]/.exec(path)?.[1] ?? null;
		const wrong = imports.filter(({ file, from }) => {
			if (!from.startsWith('.') || screenOf(file) === null) return false;
			const other = screenOf(relative(SRC, join(SRC, file, '..', from)));
			return other !== null && other !== screenOf(file);
		});
		expect(wrong).toEqual([]);
	});

	it('have no cycle', () => {
		expect(importCycles(imports)).toEqual([]);
	});

	it('report a cycle through several files, and none without one', () => {
		const edge = (file: string, from: string): Import => ({ file, folder: '', from, typeOnly: false });
		expect(importCycles([edge('a.ts', './b.js'), edge('b.ts', './c/d.js'), edge('c/d.tsx', '../a.js')])).toEqual([
			['a', 'b', 'c/d'],
		]);
		expect(importCycles([edge('a.ts', './b.js'), edge('a.ts', './c.js'), edge('b.ts', './c.js')])).toEqual([]);
	});

	it('are not bypassed by the globals for clocks, chance and the process in pure folders', () => {
		const wrong = files.filter((file) => IMPURE[folderOf(file)]?.test(readFileSync(join(SRC, file), 'utf8')));
		expect(wrong).toEqual([]);
	});
});
