import { basename } from 'node:path';
import type { ScenarioDocument } from '../content/index.js';
import { harmlessLine } from '../content/problems/harmless.js';
import { courseOf, nextLesson, type Progress } from '../course/index.js';
import type { Beginning } from '../session/workbook.js';
import { Stop } from '../stop.js';
import { LESSONS, OPENING, SHIPPED } from '../storage/index.js';
import { isInteractive } from '../terminal/index.js';
import { findShowable, scenarioFile } from './find-scenario.js';

/**
 * Opens the workbook, or prints the scenario's report where there is no terminal to open it in (a pipe, CI,
 * TERM=dumb).
 *
 * @param name a scenario's id or file; undefined: the next thing to do, which on a first visit is the opening failure
 * @param complain is told of claims that do not hold, where a report is printed
 * @returns what to print; null: the workbook was on screen
 */
export async function openCommand(
	name: string | undefined,
	complain: (problems: readonly string[]) => void,
): Promise<string | null> {
	if (!isInteractive(process.stdin, process.stdout, process.env)) {
		const { reportDocument } = await import('./report.js');
		const found = name === undefined ? { document: opening(), problems: [], failed: [] } : await findShowable(name);
		if (found.problems.length > 0) complain(found.problems);
		return reportDocument(found, { set: [], baseline: [], format: 'text' });
	}
	const [{ openMemory }, { workbook }] = await Promise.all([
		import('../session/memory.js'),
		import('../session/workbook.js'),
	]);
	let opened: Opened | null = name === undefined ? null : await open(name);
	const memory = await openMemory(process.env, (id) => (opened?.document.scenario.id === id ? opened.file : null));
	if (opened !== null)
		return workbook(opened.document, opened.name, memory, {
			screen: 'lab',
			lesson: null,
			sheetPath: opened.file,
			notice: failedNotice(opened.failed),
		});
	opened = await lastOpened(memory.progress);
	const sheetPath = opened.file;
	const begin = beginning(memory.progress);
	if (memory.progress.lastScreen?.screen !== 'worksheet')
		return workbook(opened.document, opened.name, memory, {
			...begin,
			sheetPath,
			notice: opened.gone ?? (begin.screen === 'lab' ? failedNotice(opened.failed) : null),
		});
	const read = opened.document.worksheet && sheetPath ? await reopened(sheetPath) : null;
	const worksheet = {
		open: read && { ...read, path: sheetPath ?? '' },
		step: memory.progress.lastScreen.lesson,
		...{ making: null, prices: null, clock: false },
	};
	return workbook(read?.document ?? opened.document, opened.name, memory, {
		screen: 'contents',
		lesson: null,
		worksheet,
	});
}

/** The worksheet that was open, as its file has it; null: it does not load, and the list says why. */
async function reopened(path: string) {
	const { openWorksheet } = await import('../storage/worksheets/open.js');
	const read = await openWorksheet(path, process.env, new Date());
	return read.ok ? read : null;
}

/** Where the reader left, or else the next thing to do: on a first visit, the first lesson. */
function beginning({ lastScreen, lastScenario, lessons }: Progress): Beginning {
	if (lastScreen?.screen === 'contents' || lastScreen?.screen === 'drill') return { screen: 'contents', lesson: null };
	// A journal from before there were lessons knows only scenarios.
	if (lastScreen?.screen === 'lab' || (lastScreen === null && lastScenario !== null))
		return { screen: 'lab', lesson: null };
	const there = LESSONS.find(({ id }) => id === lastScreen?.lesson);
	const next = nextLesson(LESSONS.map(courseOf), Object.fromEntries(lessons));
	const lesson = there?.id ?? next?.id ?? LESSONS[0]?.id ?? null;
	return { screen: lesson === null ? 'lab' : 'lesson', lesson };
}

interface Opened {
	readonly document: ScenarioDocument;
	/** What the command line calls it. */
	readonly name: string;
	/** Absolute; null: it came with the program. */
	readonly file: string | null;
	/** Claims that do not hold. */
	readonly failed: readonly string[];
	/** What was open last and cannot be opened, in a sentence; missing: it is this. */
	readonly gone?: string;
}

async function open(name: string): Promise<Opened> {
	const { document, failed } = await findShowable(name);
	return { document, name, file: await scenarioFile(name), failed };
}

/** What stands below the board of a file whose claims do not all hold; null: they do. It has one line. */
const failedNotice = ({ length }: readonly string[]): string | null =>
	length === 0
		? null
		: `${length === 1 ? 'a claim' : `${length} claims`} of this file ${length === 1 ? 'does' : 'do'} not hold: t shows which, and why`;

/** Where the reader was last; a file that is gone or broken by now is no reason not to open. */
async function lastOpened({ lastScenario, lastFile }: Progress): Promise<Opened> {
	const name = lastFile ?? lastScenario ?? OPENING;
	try {
		return await open(name);
	} catch (error) {
		if (error instanceof Stop)
			return {
				document: opening(),
				name: OPENING,
				file: null,
				failed: [],
				gone: `${harmlessLine(basename(name))}, which was open last, cannot be opened now: \`report\` with its path says why`,
			};
		throw error;
	}
}

function opening(): ScenarioDocument {
	const document = SHIPPED.find(({ scenario }) => scenario.id === OPENING);
	if (!document) throw new Error(`the opening scenario ${OPENING} was not shipped`);
	return document;
}
