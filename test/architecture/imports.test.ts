import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** Folder → folders of ours it may import; `types:` only as types. Files directly in src are the entry. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	chapter: [],
	text: [],
	engine: [],
	content: ['engine', 'chapter', 'text'],
	board: ['engine', 'types:content'],
	course: ['engine', 'chapter', 'text', 'board', 'types:content'],
	drill: ['engine', 'chapter', 'text', 'board', 'types:content'],
	worksheet: ['engine', 'chapter', 'text', 'board', 'types:content'],
	present: ['engine', 'chapter', 'text', 'board', 'course', 'drill', 'worksheet', 'types:content'],
	screens: ['present', 'text', 'engine', 'chapter', 'board', 'course', 'drill', 'worksheet', 'types:content'],
	export: ['present', 'text', 'types:content'],
	storage: ['content', 'types:course'],
	app: ['screens', 'board', 'text', 'types:content', 'types:worksheet', 'types:engine'],
	terminal: [],
	session: [
		'board',
		'content',
		'course',
		'drill',
		'engine',
		'export',
		'present',
		'screens',
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

/** What no folder from the engine up to the screens knows: they also run in a browser, and are given texts parsed. */
const NO_PLATFORM = [/^node:/, /^react/, /^ink/, /^chalk/, /^zustand/, /^marked/];

/** Packages and Node modules that a folder never imports. */
const NEVER: Readonly<Record<string, readonly RegExp[]>> = {
	chapter: [/./],
	text: NO_PLATFORM,
	engine: NO_PLATFORM,
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
};

/** Words that betray Node where it is not imported. */
const NODE = /\bprocess\.|\bBuffer\b|\b__dirname\b|\brequire\(/;
/** Words that betray a clock, chance or Node in folders that must be pure. */
const PURE = new RegExp(`\\bDate\\.now\\b|\\bMath\\.random\\b|\\bperformance\\.|${NODE.source}`);
const IMPURE: Readonly<Record<string, RegExp>> = {
	chapter: PURE,
	content: NODE,
	export: NODE,
	engine: PURE,
	text: PURE,
	board: PURE,
	drill: PURE,
	worksheet: PURE,
	course: PURE,
	present: PURE,
	screens: PURE,
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

/** Files that import each other, directly or through others: each circle once, in the order of the alphabet. */
function circles(all: readonly Import[]): readonly (readonly string[])[] {
	const bare = (path: string): string => path.replace(/\.[jt]sx?$/, '');
	const arrows = new Map<string, string[]>();
	for (const { file, from } of all) {
		if (!from.startsWith('.')) continue;
		const to = bare(relative(SRC, join(SRC, file, '..', from)));
		arrows.set(bare(file), [...(arrows.get(bare(file)) ?? []), to]);
	}
	// What reaches a file and is reached by it stands in a circle with it.
	const reached = (start: string): ReadonlySet<string> => {
		const seen = new Set<string>();
		const open = [...(arrows.get(start) ?? [])];
		for (let file = open.pop(); file !== undefined; file = open.pop())
			if (!seen.has(file)) {
				seen.add(file);
				open.push(...(arrows.get(file) ?? []));
			}
		return seen;
	};
	const from = new Map([...arrows.keys()].map((file) => [file, reached(file)]));
	const found = new Map<string, readonly string[]>();
	for (const [file, seen] of from) {
		if (!seen.has(file)) continue;
		const circle = [...seen].filter((other) => from.get(other)?.has(file)).sort();
		found.set(circle.join(), circle);
	}
	return [...found.values()];
}

describe('the import table of the architecture', () => {
	it('reads every file and finds its imports', () => {
		expect(files.length).toBeGreaterThan(50);
		expect(imports.filter(({ folder }) => folder === 'screens').length).toBeGreaterThan(100);
	});

	it('knows every folder', () => {
		expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
	});

	it('lets no folder import one that it may not', () => {
		const wrong = imports.filter(({ file, folder, from, typeOnly }) => {
			if (!from.startsWith('.')) return false;
			const to = target(file, from);
			const allowed = MAY_IMPORT[folder] ?? [];
			if (to === folder || allowed.includes('*') || allowed.includes(to)) return false;
			return !(typeOnly && allowed.includes(`types:${to}`));
		});
		expect(wrong).toEqual([]);
	});

	it('keeps packages and Node out of the folders that must not know them', () => {
		const wrong = imports.filter(
			({ folder, from, typeOnly }) => !typeOnly && NEVER[folder]?.some((never) => never.test(from)),
		);
		expect(wrong).toEqual([]);
	});

	it('keeps React, Ink and chalk in app and the session that draws it', () => {
		const users = new Set(
			imports.filter(({ from }) => /^(react|ink|chalk)($|\/|-)/.test(from)).map(({ folder }) => folder),
		);
		expect([...users].sort()).toEqual(['app', 'session']);
	});

	it('lets no screen import another', () => {
		const screenOf = (path: string): string | null => /^screens[/\\]([^/\\]+)[/\\]/.exec(path)?.[1] ?? null;
		const wrong = imports.filter(({ file, from }) => {
			if (!from.startsWith('.') || screenOf(file) === null) return false;
			const other = screenOf(relative(SRC, join(SRC, file, '..', from)));
			return other !== null && other !== screenOf(file);
		});
		expect(wrong).toEqual([]);
	});

	it('has no circle of imports', () => {
		expect(circles(imports)).toEqual([]);
	});

	it('finds a circle, whether of values, of types, or through late loading', () => {
		const edge = (file: string, from: string): Import => ({ file, folder: '', from, typeOnly: false });
		expect(circles([edge('a.ts', './b.js'), edge('b.ts', './c/d.js'), edge('c/d.tsx', '../a.js')])).toEqual([
			['a', 'b', 'c/d'],
		]);
		expect(circles([edge('a.ts', './b.js'), edge('a.ts', './c.js'), edge('b.ts', './c.js')])).toEqual([]);
	});

	it('keeps clocks, chance and the process out of pure folders', () => {
		const wrong = files.filter((file) => IMPURE[folderOf(file)]?.test(readFileSync(join(SRC, file), 'utf8')));
		expect(wrong).toEqual([]);
	});
});
