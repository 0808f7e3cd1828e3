import type { Aim } from './engine.js';
import { Session, type Subject } from './session.js';
import { type Summary, summary } from './statistics.js';
import { ms, table, whole } from './table.js';

/** How much slower than a plain Ink program ours may be. */
const MOST = 1.3;

const STARTS = 21;
const WARM_KEYS = 20;
const KEYS = 100;

interface Subjects {
	readonly ours: Subject;
	/** Ours, with keys that change a figure. */
	readonly edited: Subject;
	/** Ours on the scenario of 57 segments, with keys that change a figure. */
	readonly long: Subject;
	/** The first lesson, scrolled. */
	readonly lesson: Subject;
	readonly plain: Subject;
	readonly hello: Subject;
	readonly floor: Subject;
}

interface Result {
	readonly text: string;
	readonly aims: readonly Aim[];
}

/** Process start to first frame; one start of each in turn, so that a slow minute is slow for all. */
export async function benchStarts({ ours, lesson, plain, hello, floor }: Subjects): Promise<Result> {
	const subjects = [floor, hello, plain, ours, lesson];
	const times = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
	for (let i = 0; i < STARTS + 1; i++)
		for (const subject of subjects) {
			const session = new Session(subject);
			const time = await session.started;
			// The first round brings the files into memory.
			if (i > 0) times.get(subject)?.push(time);
			await session.stop();
		}
	const summaries = new Map(subjects.map((subject) => [subject, summary(times.get(subject) ?? [])]));
	const base = medianOf(summaries, plain);
	const rows = subjects.map((subject) => {
		const { median, p95, min } = summaries.get(subject) as Summary;
		return [subject.name, ms(median), ms(p95), ms(min), `${(median / base).toFixed(2)}×`];
	});
	const ratio = medianOf(summaries, ours) / base;
	return {
		text: `Start, ms: from starting the process to the end of its first whole 80×24 frame in a pty
(node -e 0: to its end). ${STARTS} starts each, in turn. Ratio of medians to the plain Ink list.

${table(['program', 'median', 'p95', 'min', 'ratio'], rows)}`,
		aims: [aim('first frame', ratio)],
	};
}

/** Key to frame; one key of each in turn, in programs that stay open. */
export async function benchKeys({ ours, edited, long, lesson, plain, hello }: Subjects): Promise<Result> {
	const subjects = [hello, plain, ours, edited, long, lesson];
	const open = subjects.map((subject) => ({
		subject,
		session: new Session(subject),
		times: [] as number[],
		bytes: [] as number[],
	}));
	try {
		for (const { session } of open) await session.started;
		for (let i = 0; i < WARM_KEYS + KEYS; i++)
			for (const { subject, session, times, bytes } of open) {
				const pressed = await session.press(subject.keys[i % subject.keys.length] ?? '');
				if (i < WARM_KEYS) continue;
				times.push(pressed.ms);
				bytes.push(pressed.bytes);
			}
	} finally {
		for (const { session } of open) await session.stop();
	}
	const summaries = new Map(open.map(({ subject, times }) => [subject, summary(times)]));
	const base = medianOf(summaries, plain);
	const rows = open.map(({ subject, bytes }) => {
		const { median, p95, min } = summaries.get(subject) as Summary;
		const written = whole(summary(bytes).median);
		return [subject.name, ms(median), ms(p95), ms(min), written, `${(median / base).toFixed(2)}×`];
	});
	return {
		text: `Key, ms: from a key press to the end of the frame that answers it, in an 80×24 pty; and the bytes
written for it. ${KEYS} keys each after ${WARM_KEYS} to warm up, in turn, with quiet between them (Ink alone draws at most
30 frames a second). Ratio of medians to the plain Ink list.

${table(['program', 'median', 'p95', 'min', 'bytes', 'ratio'], rows)}`,
		aims: [
			aim('key to frame, moving', medianOf(summaries, ours) / base),
			aim('key to frame, editing', medianOf(summaries, edited) / base),
		],
	};
}

function medianOf(summaries: ReadonlyMap<Subject, Summary>, subject: Subject): number {
	return summaries.get(subject)?.median ?? Number.NaN;
}

function aim(what: string, ratio: number): Aim {
	return { what: `${what}: ${ratio.toFixed(2)}× a plain Ink list, at most ${MOST}×`, met: ratio <= MOST };
}
