import { readdirSync, readFileSync } from 'node:fs';
import lessons from 'virtual:lessons';
import documents from 'virtual:scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { topScreen as localScreen } from '../../src/app/layers.js';
import { createBoardStore } from '../../src/app/store.js';
import { UNREAD } from '../../src/course/index.js';
import { FORMATS } from '../../src/export/formats.js';
import { report } from '../../src/export/report.js';
import { computeLab } from '../../src/present/board/lab-input.js';
import { layoutPage } from '../../src/present/lesson/layout.js';
import { pageBlocks } from '../../src/present/lesson/page.js';
import { PANES, paneModel } from '../../src/present/pane/pane.js';
import { layoutPane } from '../../src/present/pane/pane-layout.js';
import { createEnv } from '../../src/session/env.js';
import { browserBuild, modulesIn, runInBrowser } from './browser-build.js';

/** Folders of src that also run in a browser. */
const FOLDERS = [
	'engine',
	'chapter',
	'text',
	'content',
	'board',
	'course',
	'drill',
	'worksheet',
	'present',
	'screens',
	'export',
];
/** Further files that do: they turn a key into an action, and an action into a state. */
const FURTHER_FILES = ['app/keys.ts', 'app/layers.ts', 'app/update.ts', 'session/env.ts'];

const files = [
	...FOLDERS.flatMap((folder) =>
		readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
			.map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
	),
	...FURTHER_FILES,
];

/** Returns a value as a browser would receive it: copied through JSON. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the folders from engine to screens and export, built for a browser', () => {
	let modules: Readonly<Record<string, never>>;
	beforeAll(async () => {
		({ modules } = runInBrowser(await browserBuild(modulesIn('src', files))) as { modules: typeof modules });
	});
	const moduleOf = <M>(file: string): M => {
		const found = modules[file];
		if (!found) throw new Error(`${file} is not in the build`);
		return found;
	};
	const week31 = documents.find(({ scenario }) => scenario.id === 'week-31');
	if (!week31) throw new Error('week-31 did not ship');

	it('contain every file', () => {
		expect(files.length).toBeGreaterThan(300);
		expect(Object.keys(modules)).toEqual(files);
	});

	it('load a scenario from its text, and compute it', () => {
		const { loadScenario } = moduleOf<typeof import('../../src/content/index.js')>('content/index.ts');
		const loaded = loadScenario(readFileSync('scenarios/week-31.yaml', 'utf8'), 'week-31.yaml');
		expect(loaded.ok && throughJson(loaded.document)).toEqual(throughJson(week31));
		const { computeLab: compute } =
			moduleOf<typeof import('../../src/present/board/lab-input.js')>('present/board/lab-input.ts');
		expect(throughJson(compute(throughJson(week31.scenario), null, null))).toEqual(
			throughJson(computeLab(week31.scenario, null, null)),
		);
	});

	it.each(PANES)('lay out the pane %s', (id) => {
		const models = moduleOf<typeof import('../../src/present/pane/pane.js')>('present/pane/pane.ts');
		const built = moduleOf<typeof import('../../src/present/pane/pane-layout.js')>('present/pane/pane-layout.ts');
		const options = { width: 80, height: 30, focus: null };
		const input = computeLab(week31.scenario, null, null);
		expect(throughJson(built.layoutPane(models.paneModel(id, input), options))).toEqual(
			throughJson(layoutPane(paneModel(id, input), options)),
		);
	});

	it('lay out a lesson whose prose was parsed during the build', () => {
		const layout = moduleOf<typeof import('../../src/present/lesson/layout.js')>('present/lesson/layout.ts');
		const page = moduleOf<typeof import('../../src/present/lesson/page.js')>('present/lesson/page.ts');
		const lesson = lessons.find(({ number }) => number === 1);
		const document = documents.find(({ scenario }) => scenario.id === lesson?.scenario);
		if (!lesson || !document) throw new Error('no lesson');
		const lab = computeLab(document.scenario, null, null);
		const input = { lesson, document, lab, reading: UNREAD, focus: null, typing: null };
		const built = layout.layoutPage(page.pageBlocks(throughJson(input)), { width: 80, focus: null });
		expect(built.lines.length).toBeGreaterThan(40);
		expect(throughJson(built)).toEqual(throughJson(layoutPage(pageBlocks(input), { width: 80, focus: null })));
	});

	it('handle keys, and draw the changes', () => {
		const built = moduleOf<typeof import('../../src/app/keys.js')>('app/keys.ts');
		const { update } = moduleOf<typeof import('../../src/app/update.js')>('app/update.ts');
		const { topScreen } = moduleOf<typeof import('../../src/app/layers.js')>('app/layers.ts');
		const env = moduleOf<typeof import('../../src/session/env.js')>('session/env.ts').createEnv(throughJson(documents));
		const store = createBoardStore({ env: createEnv(documents), scenario: week31.scenario, run: () => {} });
		let state = throughJson(store.getState());
		for (const key of ['right', 'down', 'right', 'u', ']', '?']) {
			const action = built.actionFor(key, state, env);
			if (!action) throw new Error(`${key} does nothing`);
			({ state } = update(state, action, env));
			store.dispatch(action);
			const view = localScreen(store.getState(), store.env).view(store.getState(), store.env);
			expect(throughJson(topScreen(state, env).view(state, env))).toEqual(throughJson(view));
		}
		expect(state.overlay?.kind).toBe('help');
		expect(throughJson(state)).toEqual(throughJson(store.getState()));
	});

	it.each(FORMATS)('export a report as %s', async (format) => {
		const { report: built } = moduleOf<typeof import('../../src/export/report.js')>('export/report.ts');
		const { summary, source, scenario } = week31;
		const input = { lab: computeLab(scenario, null, null), summary, source, notes: [], edits: [], baseline: null };
		expect(await built(input, format)).toBe(await report(input, format));
	});
});

describe('a build for a browser', () => {
	it.each([
		['a module of Node', "import { readFileSync } from 'node:fs'; export const read = readFileSync;", /node:fs/],
		['a module of Node by its old name', "import fs from 'fs'; export const read = fs.readFileSync;", /fs/],
		['a module of Node that is required', "export const read = require('fs').readFileSync;", /fs/],
		['a drawing package', "import chalk from 'chalk'; export const red = chalk.red;", /not for a browser: chalk/],
	])('fails if it imports %s', async (_, code, why) => {
		await expect(browserBuild(code)).rejects.toThrow(why);
	});

	it.each(['process.argv', 'Buffer.alloc(1)', 'globalThis.process.argv'])('throws if it evaluates %s', async (code) => {
		const chunk = await browserBuild(`export const value = ${code};`);
		expect(() => runInBrowser(chunk)).toThrow(/is not defined|undefined/);
	});
});
