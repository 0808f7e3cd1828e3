import type { Aim } from './engine.js';
import { Session, type Subject } from './session.js';
import { type Summary, summarize } from './statistics.js';
import { formatMs, formatWhole, table } from './table.js';

/** Highest allowed ratio of our time per key to that of a plain Ink program. */
const MAX_KEY_RATIO = 1.3;
/** Highest allowed ratio of our time to the first frame to that of a plain Ink program or learnyounode. */
const MAX_START_RATIO = 1;

const STARTS = 21;
const WARM_KEYS = 20;
const KEYS = 100;

interface Subjects {
	readonly ours: Subject;
	/** Our program, with keys that change a figure. */
	readonly edited: Subject;
	/** Our program on the scenario of 57 segments, with keys that change a figure. */
	readonly long: Subject;
	/** The first lesson, scrolled. */
	readonly lesson: Subject;
	/** Our program and the plain list in a large window. */
	readonly large: Subject;
	readonly plainLarge: Subject;
	readonly plain: Subject;
	readonly hello: Subject;
	readonly floor: Subject;
	/** Another terminal workbook; null if it could not be installed. */
	readonly learnyounode: Subject | null;
}

interface Result {
	readonly text: string;
	readonly aims: readonly Aim[];
}

/** Measures the time to the first frame. Starts the programs in turn, so that a slow phase affects all of them. */
export async function benchStarts({ ours, lesson, plain, hello, floor, learnyounode }: Subjects): Promise<Result> {
	const subjects = [floor, hello, plain, ...(learnyounode ? [learnyounode] : []), ours, lesson];
	const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
	for (let i = 0; i < STARTS + 1; i++)
		for (const subject of subjects) {
			const session = new Session(subject);
			const time = await session.started;
			// The first round only loads the files into the cache.
			if (i > 0) times.get(subject)?.push(time);
			await session.stop();
		}
	const summaries = new Map(subjects.map((subject) => [subject, summarize(times.get(subject) ?? [])]));
	const base = medianOf(summaries, plain);
	const rows = subjects.map((subject) => {
		const { median, p95, min } = summaries.get(subject) as Summary;
		return [subject.name, formatMs(median), formatMs(p95), formatMs(min), `${(median / base).toFixed(2)}×`];
	});
	const others = [plain, ...(learnyounode ? [learnyounode] : [])];
	return {
		text: `Start, ms: from starting the process to the end of its first whole 80×24 frame in a pty
(node -e 0: to its end). ${STARTS} starts each, in turn. Ratio of medians to the plain Ink list.

${table(['program', 'median', 'p95', 'min', 'ratio'], rows)}`,
		aims: [ours, lesson].flatMap((ownSubject) =>
			others.map((other) => {
				const ratio = medianOf(summaries, ownSubject) / medianOf(summaries, other);
				return aim(`first frame, ${ownSubject.name}`, ratio, other.name, MAX_START_RATIO);
			}),
		),
	};
}

/** Measures the time from key to frame. Presses one key in each open program in turn. */
export async function benchKeys(all: Subjects): Promise<Result> {
	const { ours, edited, long, lesson, plain, hello, large, plainLarge } = all;
	const subjects = [hello, plain, ours, edited, long, lesson, plainLarge, large];
	const sessions = subjects.map((subject) => ({
		subject,
		session: new Session(subject),
		times: [] as number[],
		bytes: [] as number[],
		memory: null as number | null,
	}));
	try {
		for (const { session } of sessions) await session.started;
		for (let i = 0; i < WARM_KEYS + KEYS; i++)
			for (const { subject, session, times, bytes } of sessions) {
				const pressed = await session.press(subject.keys[i % subject.keys.length] ?? '');
				if (i < WARM_KEYS) continue;
				times.push(pressed.ms);
				bytes.push(pressed.bytes);
			}
	} finally {
		for (const entry of sessions) entry.memory = entry.session.memory();
		for (const { session } of sessions) await session.stop();
	}
	const summaries = new Map(sessions.map(({ subject, times }) => [subject, summarize(times)]));
	const base = medianOf(summaries, plain);
	const rows = sessions.map(({ subject, bytes, memory }) => {
		const { median, p95, min } = summaries.get(subject) as Summary;
		const written = formatWhole(summarize(bytes).median);
		const reference = subject.size ? medianOf(summaries, plainLarge) : base;
		const used = memory === null ? '–' : formatWhole(memory);
		return [
			subject.name,
			formatMs(median),
			formatMs(p95),
			formatMs(min),
			written,
			used,
			`${(median / reference).toFixed(2)}×`,
		];
	});
	return {
		text: `Key, ms: from a key press to the end of the frame that answers it, in an 80×24 pty or a larger one;
the bytes written for it, and the resident memory after all of them, in MB. ${KEYS} keys each after ${WARM_KEYS}
to warm up, in turn, with quiet between them (Ink alone draws at most 30 frames a second). Ratio of
medians to the plain Ink list in a window of that size.

${table(['program', 'median', 'p95', 'min', 'bytes', 'MB', 'ratio'], rows)}`,
		aims: [
			aim('key to frame, moving', medianOf(summaries, ours) / base),
			aim('key to frame, editing', medianOf(summaries, edited) / base),
		],
	};
}

function medianOf(summaries: ReadonlyMap<Subject, Summary>, subject: Subject): number {
	return summaries.get(subject)?.median ?? Number.NaN;
}

function aim(what: string, ratio: number, other = 'plain Ink list', limit = MAX_KEY_RATIO): Aim {
	return { what: `${what}: ${ratio.toFixed(2)}× ${other}, at most ${limit}×`, met: ratio <= limit };
}
