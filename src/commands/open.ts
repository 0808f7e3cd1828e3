import { basename } from 'node:path';
import type { ScenarioDocument } from '../content/index.js';
import { drawUnsafeLine } from '../content/problems/unsafe-text.js';
import { lessonOutline, nextLesson, type Progress } from '../course/index.js';
import type { DrawLine } from '../export/text.js';
import { leftText } from '../screens/left-text.js';
import type { Memory } from '../session/memory.js';
import type { StartOptions } from '../session/open-session.js';
import type { LoadedSettings } from '../session/settings.js';
import { Stop } from '../stop.js';
import { LESSONS, OPENING, SHIPPED } from '../storage/index.js';
import { type FoundScenario, findScenarioToShow, scenarioFile } from './find-scenario.js';
import { choosePresentation, loadWorkbook } from './presentation.js';

export interface OpenOptions {
	readonly settings: LoadedSettings;
	/** Receives claims that do not hold when a report is printed. */
	readonly complain: (problems: readonly string[]) => void;
	/** Returns what draws the lines of a report. */
	readonly drawLine: () => Promise<DrawLine>;
}

/**
 * Opens the workbook, or prints the scenario's report if there is no terminal (a pipe, CI).
 *
 * @param name id or file of a scenario; undefined to continue where the reader left off, or to start with the first
 *   lesson
 * @returns text to print; null if the workbook was open
 */
export async function openCommand(
	name: string | undefined,
	{ settings, complain, drawLine }: OpenOptions,
): Promise<string | null> {
	const { stdin, stdout, env } = process;
	const presentation = choosePresentation({ stdin, stdout, env, settings });
	if (presentation === 'none') {
		const { reportDocument } = await import('./report.js');
		const found: FoundScenario =
			name === undefined
				? { document: openingScenario(), problems: [], failedClaims: [] }
				: await findScenarioToShow(name);
		if (found.problems.length > 0) complain(found.problems);
		return reportDocument(found, { set: [], baseline: [], format: 'text', draw: await drawLine() });
	}
	const [{ openMemory }, runWorkbook] = await Promise.all([import('../session/memory.js'), loadWorkbook(presentation)]);
	let opened: Opened | null = name === undefined ? null : await open(name);
	const memory = await openMemory(process.env, (id) => (opened?.document.scenario.id === id ? opened.file : null));
	if (opened !== null)
		return runWorkbook(opened.document, opened.name, memory, {
			settings,
			screen: 'lab',
			lesson: null,
			sheetPath: opened.file,
			notice: [leftNotice(opened, memory), failedNotice(opened.failedClaims)].filter(Boolean).join('. ') || null,
		});
	const start = startOptions(memory.progress);
	opened = await openLast(memory.progress, LESSONS.find(({ id }) => id === start.lesson)?.scenario ?? OPENING);
	const sheetPath = opened.file;
	if (memory.progress.lastScreen?.screen !== 'worksheet')
		return runWorkbook(opened.document, opened.name, memory, {
			settings,
			...start,
			isResumed: true,
			sheetPath,
			notice: opened.gone ?? (start.screen === 'lab' ? failedNotice(opened.failedClaims) : null),
		});
	const read = opened.document.worksheet && sheetPath ? await reopenWorksheet(sheetPath) : null;
	const worksheet = {
		open: read && { ...read, path: sheetPath ?? '' },
		step: memory.progress.lastScreen.lesson,
		...{ making: null, prices: null, clock: false },
	};
	return runWorkbook(read?.document ?? opened.document, opened.name, memory, {
		settings,
		screen: 'contents',
		lesson: null,
		worksheet,
	});
}

/** Reads the worksheet that was open last; null if it does not load, in which case the list shows why. */
async function reopenWorksheet(path: string) {
	const { openWorksheet } = await import('../storage/worksheets/open.js');
	const read = await openWorksheet(path, process.env, new Date());
	return read.ok ? read : null;
}

/** Returns the screen where the reader left off, or the next lesson; on a first visit, the first lesson. */
function startOptions({ lastScreen, lastScenario, lessons }: Progress): Pick<StartOptions, 'screen' | 'lesson'> {
	if (lastScreen?.screen === 'contents' || lastScreen?.screen === 'drill') return { screen: 'contents', lesson: null };
	// Journals of versions without lessons contain only scenarios.
	if (lastScreen?.screen === 'lab' || (lastScreen === null && lastScenario !== null))
		return { screen: 'lab', lesson: null };
	const current = LESSONS.find(({ id }) => id === lastScreen?.lesson);
	const next = nextLesson(LESSONS.map(lessonOutline), Object.fromEntries(lessons));
	const lesson = current?.id ?? next?.id ?? LESSONS[0]?.id ?? null;
	return { screen: lesson === null ? 'lab' : 'lesson', lesson };
}

interface Opened {
	readonly document: ScenarioDocument;
	/** Name of the scenario on the command line. */
	readonly name: string;
	/** Absolute path; null for a shipped scenario. */
	readonly file: string | null;
	/** Claims that do not hold. */
	readonly failedClaims: readonly string[];
	/** Message that the scenario open last cannot be opened; missing if it was opened. */
	readonly gone?: string;
}

async function open(name: string): Promise<Opened> {
	const { document, failedClaims } = await findScenarioToShow(name);
	return { document, name, file: await scenarioFile(name), failedClaims };
}

/** Returns the notice that a scenario opens as it was left, and the way back to its file; null: it opens as in its file. */
function leftNotice({ document }: Opened, memory: Memory): string | null {
	const lab = memory.reopen(document.scenario)?.lab;
	return lab ? leftText(lab) : null;
}

/** Returns the one-line notice below the board if some claims of the file do not hold; null if all hold. */
const failedNotice = ({ length }: readonly string[]): string | null =>
	length === 0
		? null
		: `${length === 1 ? 'a claim' : `${length} claims`} of this file ${length === 1 ? 'does' : 'do'} not hold: t shows which, and why`;

/**
 * Opens the scenario that was open last, or the opening one if that file is missing or invalid.
 *
 * @param first scenario to open if none was open before
 */
async function openLast({ lastScenario, lastFile }: Progress, first: string): Promise<Opened> {
	const name = lastFile ?? lastScenario ?? first;
	try {
		return await open(name);
	} catch (error) {
		if (error instanceof Stop)
			return {
				document: openingScenario(),
				name: OPENING,
				file: null,
				failedClaims: [],
				gone: `${drawUnsafeLine(basename(name))}, which was open last, cannot be opened now: \`report\` with its path says why`,
			};
		throw error;
	}
}

function openingScenario(): ScenarioDocument {
	const document = SHIPPED.find(({ scenario }) => scenario.id === OPENING);
	if (!document) throw new Error(`the opening scenario ${OPENING} was not shipped`);
	return document;
}
