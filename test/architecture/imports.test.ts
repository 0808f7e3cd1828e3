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
	course: ['engine', 'chapter', 'types:content'],
	drill: ['engine', 'chapter', 'types:content'],
	worksheet: ['engine', 'chapter', 'text', 'types:content'],
	present: ['engine', 'chapter', 'text', 'course', 'drill', 'worksheet', 'types:content'],
	prose: ['text', 'types:content'],
	report: ['present', 'prose'],
	storage: ['content', 'types:course'],
	store: ['engine', 'chapter', 'text', 'course', 'worksheet', 'types:drill', 'types:content'],
	keys: ['types:store'],
	terminal: [],
	views: ['store', 'keys', 'present', 'prose'],
	commands: ['*'],
	'.': ['*'],
};

/** Packages and Node modules that a folder never imports. */
const NEVER: Readonly<Record<string, readonly RegExp[]>> = {
	chapter: [/./],
	text: [/^node:/, /^react/, /^ink/],
	engine: [/^node:/, /^react/, /^ink/, /^zustand/],
	content: [/^node:/, /^react/, /^ink/],
	course: [/^node:/, /^react/, /^ink/, /^zustand/],
	drill: [/^node:/, /^react/, /^ink/, /^zustand/],
	worksheet: [/^node:/, /^react/, /^ink/, /^zustand/],
	present: [/^node:/, /^react/, /^ink/],
	prose: [/^node:/, /^react/, /^ink/],
	report: [/^node:/, /^react/, /^ink/],
	storage: [/^react/, /^ink/],
	store: [/^node:/, /^react/, /^ink/],
	keys: [/^react/, /^ink/, /^node:/],
	views: [/^node:/],
};

/** Words that betray a clock, chance or the process in folders that must be pure. */
const IMPURE: Readonly<Record<string, RegExp>> = {
	engine: /\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bprocess\./,
	drill: /\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bprocess\./,
	worksheet: /\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bprocess\./,
	course: /\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bprocess\./,
	store: /\bDate\.now\b|\bMath\.random\b|\bprocess\./,
	views: /\bprocess\.(?!env)/,
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
	return relative(SRC, join(SRC, file, '..', from)).split(/[/\\]/)[0] ?? '.';
}

describe('the import table of the architecture', () => {
	it('reads every file and finds its imports', () => {
		expect(files.length).toBeGreaterThan(50);
		expect(imports.filter(({ folder }) => folder === 'views').length).toBeGreaterThan(10);
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

	it('keeps React and Ink in views and the command that opens them', () => {
		const users = new Set(imports.filter(({ from }) => /^(react|ink)($|\/|-)/.test(from)).map(({ folder }) => folder));
		expect([...users].sort()).toEqual(['commands', 'views']);
	});

	it('keeps clocks, chance and the process out of pure folders', () => {
		const wrong = files.filter((file) => IMPURE[folderOf(file)]?.test(readFileSync(join(SRC, file), 'utf8')));
		expect(wrong).toEqual([]);
	});

	it('keeps the parts of views away from the store', () => {
		expect(imports.filter(({ file, from }) => /^views[/\\]parts/.test(file) && /\/store\//.test(from))).toEqual([]);
	});
});
