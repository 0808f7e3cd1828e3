import { cpus } from 'node:os';
import scenarios from 'virtual:scenarios';
import { bundle } from '../e2e/harness/bundle.js';
import { PROGRAM } from '../e2e/harness/tty.js';
import { benchEngine } from './engine.js';
import { installLearnyounode } from './learnyounode.js';
import type { Subject } from './session.js';
import { benchKeys, benchStarts } from './terminal.js';
import { benchWorksheets } from './worksheets.js';

const SCENARIO_IDS = ['week-31', 'mmlu-mixtral-gpt4'];

/** `npm run bench`: runs all benchmarks and prints the results. A missed aim is reported, but does not fail. */
async function bench(): Promise<void> {
	print(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`);
	const engine = benchEngine(
		SCENARIO_IDS.map((id) => {
			const document = scenarios.find(({ scenario }) => scenario.id === id);
			if (!document) throw new Error(`no scenario ${id}`);
			return document.scenario;
		}),
	);
	print(engine.text);
	const worksheets = benchWorksheets();
	print(worksheets.text);
	const list = await bundle('test/e2e/fixtures/plain-list.tsx', { tuned: false });
	const hello = await bundle('test/e2e/fixtures/plain-hello.tsx', { tuned: false });
	const workbook = installLearnyounode();
	if (!workbook) print('learnyounode could not be installed here: the first frame is not compared with it.');
	try {
		const lab = (name: string, scenario: string, keys: readonly string[]): Subject => ({
			...program(name, PROGRAM, 'quit', keys),
			args: [PROGRAM, 'lab', scenario],
		});
		const ours = lab('the lab, moving', 'week-31', ['j', 'k']);
		const subjects = {
			ours,
			edited: lab('the lab, editing', 'week-31', ['l', 'h']),
			long: lab('57 segments, editing', 'mmlu-mixtral-gpt4', ['l', 'h']),
			lesson: program('a lesson, scrolling', PROGRAM, 'quit', ['j', 'k']),
			plain: program('plain Ink list', list.file, 'row 23', ['j', 'k']),
			hello: program('plain Ink, one line', hello.file, 'Hello', ['j']),
			large: { ...lab('the lab, editing, 200×60', 'week-31', ['l', 'h']), size: [200, 60] as const },
			plainLarge: { ...program('plain Ink list, 200×60', list.file, 'row 23', ['j', 'k']), size: [200, 60] as const },
			floor: { name: 'node -e 0', args: ['-e', '0'], shows: null, keys: [] },
			learnyounode: workbook?.subject ?? null,
		};
		const starts = await benchStarts(subjects);
		print(starts.text);
		const keys = await benchKeys(subjects);
		print(keys.text);
		const aims = [...engine.aims, ...worksheets.aims, ...starts.aims, ...keys.aims];
		print(`Aims\n${aims.map(({ what, met }) => `  ${met ? 'met   ' : 'MISSED'}  ${what}`).join('\n')}`);
	} finally {
		list.remove();
		hello.remove();
		workbook?.remove();
	}
}

function program(name: string, file: string, shows: string, keys: readonly string[]): Subject {
	return { name, args: [file], shows, keys };
}

function print(text: string): void {
	process.stdout.write(`\n${text}\n`);
}

await bench();
