import { type Happening, type JournalEvent, stampEvent, VERSION } from './event.js';
import type { Answer, Solved } from './reading.js';

/** Why a line is not counted: a newer program wrote it, or it is of no known type, or it is no event at all. */
export type Skipped = 'newer' | 'unknown' | 'malformed';

export type Decoded =
	| { readonly ok: true; readonly event: JournalEvent }
	| { readonly ok: false; readonly skipped: Skipped };

type Fields = Readonly<Record<string, unknown>>;

/**
 * A line's JSON value → its event. Total: whatever comes in, it returns. Fields that it does not know stay out, so
 * that what is known of a line outlives what is not.
 */
export function decodeEvent(value: unknown): Decoded {
	if (!isFields(value)) return skip('malformed');
	const { v, at, run, type } = value;
	if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return skip('malformed');
	if (v > VERSION) return skip('newer');
	if (!isTime(at) || !isName(run) || !isText(type)) return skip('malformed');
	const decode = Object.hasOwn(HAPPENINGS, type) ? HAPPENINGS[type as Happening['type']] : undefined;
	if (!decode) return skip('unknown');
	const happening = decode(value);
	return happening ? { ok: true, event: stampEvent(happening, at, run) } : skip('malformed');
}

/** A decoder per type; null: a field is missing or wrong. */
const HAPPENINGS: {
	readonly [T in Happening['type']]: (fields: Fields) => Extract<Happening, { type: T }> | null;
} = {
	opened: ({ scenario, file = null }) =>
		isName(scenario) && (file === null || isName(file)) ? { type: 'opened', scenario, file } : null,
	placed: ({ scenario, pane, focus }) =>
		isName(scenario) && isName(pane) && (focus === null || isName(focus))
			? { type: 'placed', scenario, pane, focus }
			: null,
	edited: ({ scenario, edits, baseline }) =>
		isName(scenario) && isTexts(edits) && (baseline === null || isTexts(baseline))
			? { type: 'edited', scenario, edits: [...edits], baseline: baseline && [...baseline] }
			: null,
	predicted: ({ scenario, name, metric, guess, truth, error }) =>
		isName(scenario) && isName(name) && isName(metric) && isNumber(guess) && isMeasured(truth) && isMeasured(error)
			? { type: 'predicted', scenario, name, metric, guess, truth, error }
			: null,
	went: ({ screen, lesson }) =>
		isName(screen) && (lesson === null || isName(lesson)) ? { type: 'went', screen, lesson } : null,
	answered: ({ card, text }) => (isName(card) && isText(text) ? { type: 'answered', card, text } : null),
	reviewed: ({ card, grade, when }) =>
		isName(card) && isGrade(grade) && isTime(when) ? { type: 'reviewed', card, grade, when } : null,
	unreviewed: ({ card }) => (isName(card) ? { type: 'unreviewed', card } : null),
	read: ({ lesson, block, line, focus, answers, hints, solved, edits, ended }) =>
		isName(lesson) &&
		isCount(block) &&
		isCount(line) &&
		(focus === null || isName(focus)) &&
		isRecord(answers, isAnswer) &&
		isRecord(hints, isCount) &&
		isRecord(solved, isSolved) &&
		(edits === null || isTexts(edits)) &&
		typeof ended === 'boolean'
			? { type: 'read', lesson, block, line, focus, answers, hints, solved, edits: edits && [...edits], ended }
			: null,
};

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

const skip = (skipped: Skipped): Decoded => ({ ok: false, skipped });
const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isName = (value: unknown): value is string => isText(value) && value !== '';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isTime = (value: unknown): value is string =>
	isText(value) && TIME.test(value) && !Number.isNaN(Date.parse(value));
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): value is number => isNumber(value) && Number.isInteger(value) && value >= 0;
const isRecord = <T>(value: unknown, is: (item: unknown) => item is T): value is Readonly<Record<string, T>> =>
	isFields(value) && Object.values(value).every(is);
const isGrade = (value: unknown): value is 1 | 2 | 3 | 4 => value === 1 || value === 2 || value === 3 || value === 4;
const isSolved = (value: unknown): value is Solved => value === 'solved' || value === 'skipped';
const isAnswer = (value: unknown): value is Answer => {
	if (!isFields(value)) return false;
	const { kind, guess, truth, choice, right } = value;
	if (kind === 'guess') return isNumber(guess) && isMeasured(truth);
	return kind === 'passed' || (kind === 'choice' && isCount(choice) && typeof right === 'boolean');
};
const isMeasured = (value: unknown): value is number | null => value === null || isNumber(value);
