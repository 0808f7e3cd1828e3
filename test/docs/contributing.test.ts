import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byEffort } from '../support/effort.js';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
const section = (heading: string): string => {
	const [, text = ''] = page.split(`## ${heading}\n`);
	return text.split('\n## ')[0] ?? '';
};

/** Returns the paths that a text names. */
const pathsIn = (text: string): readonly string[] => [
	...new Set([...text.matchAll(/`((?:src|test|docs)\/[\w/.-]+)`/g)].map(([, path = '']) => path)),
];

describe('the page for contributors', () => {
	it.each([
		'I want to add a screen',
		'I want to add an overlay',
		'I want to change what a key does',
		'I want to add a pane',
	])('names only existing files under “%s”', (heading) => {
		const paths = pathsIn(section(heading)).filter((path) => !path.startsWith('src/screens/notes/'));
		expect(paths.length).toBeGreaterThan(1);
		expect(paths.filter((path) => !existsSync(path))).toEqual([]);
	});
});

describe('the screen that the page describes', () => {
	let copy: string;
	beforeAll(() => {
		copy = mkdtempSync(join(tmpdir(), 'dispatch-board-screen-'));
		cpSync('src', join(copy, 'src'), { recursive: true });
		for (const file of ['package.json', 'tsconfig.json']) cpSync(file, join(copy, file));
		symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
	});
	afterAll(() => rmSync(copy, { recursive: true, force: true }));

	/** Returns the files with type errors. */
	const faults = (): readonly string[] => {
		try {
			execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '--noEmit', '-p', copy], {
				encoding: 'utf8',
				stdio: 'pipe',
			});
			return [];
		} catch (error) {
			const { stdout = '' } = error as { stdout?: string };
			return [...new Set([...stdout.matchAll(/(src\/[\w/.-]+)\(\d+,\d+\)/g)].map(([, file = '']) => file))];
		}
	};
	const edit = (file: string, change: (text: string) => string): void => {
		const path = join(copy, file);
		mkdirSync(dirname(path), { recursive: true });
		const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
		const after = change(before);
		expect(after).not.toBe(before);
		writeFileSync(path, after);
	};

	it('takes a folder and two lines, and has no type errors', () => {
		edit('src/screens/state.ts', (text) => text.replace(/(export type ScreenId =)/, "$1 'notes' |"));
		// The only other file that must list the screen.
		if (byEffort(true, false)) expect(faults()).toEqual(['src/app/screens.ts']);
		const steps = section('I want to add a screen').split(/^\d\. /m);
		for (const step of steps) {
			const [file] = pathsIn(step);
			const [, code] = /```ts\n([\s\S]*?)```/.exec(step) ?? [];
			if (file && code) edit(file, () => code.replace(/^ {3}/gm, ''));
		}
		const [, line = ''] = /`(notes: \{.*?\},)`/.exec(page) ?? [];
		edit('src/app/screens.ts', (text) =>
			`import { NOTES_KEYS } from '../screens/notes/keys.js';\nimport { NOTES_SCREEN } from '../screens/notes/screen.js';\n${text}`.replace(
				/(SCREENS: .*= \{)/,
				`$1\n${line}`,
			),
		);
		expect(faults()).toEqual([]);
	});
});
