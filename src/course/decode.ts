import { type EventBody, JOURNAL_VERSION, type JournalEvent, stampEvent } from './event.js';
import type { Answer, ChallengeResult } from './lesson-state.js';

/** Why a line is skipped: written by a newer version, of an unknown type, or not an event. */
export type SkipReason = 'newer' | 'unknown' | 'malformed';

export type DecodeResult =
	| { readonly ok: true; readonly event: JournalEvent }
	| { readonly ok: false; readonly skipped: SkipReason };

type Fields = Readonly<Record<string, unknown>>;

/**
 * Decodes the JSON value of a journal line. Never throws. Drops unknown fields, so that a line remains readable when
 * later versions add some.
 */
export function decodeEvent(value: unknown): DecodeResult {
	if (!isFields(value)) return skip('malformed');
	const { v, at, run, type } = value;
	if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return skip('malformed');
	if (v > JOURNAL_VERSION) return skip('newer');
	if (!isTime(at) || !isNonEmptyString(run) || !isString(type)) return skip('malformed');
	const decode = Object.hasOwn(DECODERS, type) ? DECODERS[type as EventBody['type']] : undefined;
	if (!decode) return skip('unknown');
	const body = decode(value);
	return body ? { ok: true, event: stampEvent(body, at, run) } : skip('malformed');
}

/** A decoder per event type; each returns null if a field is missing or invalid. */
const DECODERS: {
	readonly [T in EventBody['type']]: (fields: Fields) => Extract<EventBody, { type: T }> | null;
} = {
	opened: ({ scenario, file = null }) =>
		isNonEmptyString(scenario) && (file === null || isNonEmptyString(file)) ? { type: 'opened', scenario, file } : null,
	placed: ({ scenario, pane, focus }) =>
		isNonEmptyString(scenario) && isNonEmptyString(pane) && (focus === null || isNonEmptyString(focus))
			? { type: 'placed', scenario, pane, focus }
			: null,
	edited: ({ scenario, edits, baseline, lesson }) =>
		isNonEmptyString(scenario) &&
		isStrings(edits) &&
		(baseline === null || isStrings(baseline)) &&
		(lesson === undefined || isNonEmptyString(lesson))
			? {
					type: 'edited',
					scenario,
					edits: [...edits],
					baseline: baseline && [...baseline],
					...(lesson !== undefined && { lesson }),
				}
			: null,
	predicted: ({ scenario, name, metric, guess, truth, error }) =>
		isNonEmptyString(scenario) &&
		isNonEmptyString(name) &&
		isNonEmptyString(metric) &&
		isNumber(guess) &&
		isMeasured(truth) &&
		isMeasured(error)
			? { type: 'predicted', scenario, name, metric, guess, truth, error }
			: null,
	went: ({ screen, lesson }) =>
		isNonEmptyString(screen) && (lesson === null || isNonEmptyString(lesson)) ? { type: 'went', screen, lesson } : null,
	answered: ({ card, text }) => (isNonEmptyString(card) && isString(text) ? { type: 'answered', card, text } : null),
	reviewed: ({ card, grade, when }) =>
		isNonEmptyString(card) && isGrade(grade) && isTime(when) ? { type: 'reviewed', card, grade, when } : null,
	unreviewed: ({ card }) => (isNonEmptyString(card) ? { type: 'unreviewed', card } : null),
	read: ({ lesson, block, line, focus, answers, hints, solved, edits, ended }) =>
		isNonEmptyString(lesson) &&
		isCount(block) &&
		isCount(line) &&
		(focus === null || isNonEmptyString(focus)) &&
		isRecord(answers, isAnswer) &&
		isRecord(hints, isCount) &&
		isRecord(solved, isSolved) &&
		(edits === null || isStrings(edits)) &&
		typeof ended === 'boolean'
			? { type: 'read', lesson, block, line, focus, answers, hints, solved, edits: edits && [...edits], ended }
			: null,
};

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

const skip = (skipped: SkipReason): DecodeResult => ({ ok: false, skipped });
const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isNonEmptyString = (value: unknown): value is string => isString(value) && value !== '';
const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString);
const isTime = (value: unknown): value is string =>
	isString(value) && TIME.test(value) && !Number.isNaN(Date.parse(value));
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): value is number => isNumber(value) && Number.isInteger(value) && value >= 0;
const isRecord = <T>(value: unknown, isItem: (item: unknown) => item is T): value is Readonly<Record<string, T>> =>
	isFields(value) && Object.values(value).every(isItem);
const isGrade = (value: unknown): value is 1 | 2 | 3 | 4 => value === 1 || value === 2 || value === 3 || value === 4;
const isSolved = (value: unknown): value is ChallengeResult => value === 'solved' || value === 'skipped';
const isAnswer = (value: unknown): value is Answer => {
	if (!isFields(value)) return false;
	const { kind, guess, truth, choice, right } = value;
	if (kind === 'guess') return isNumber(guess) && isMeasured(truth);
	return kind === 'passed' || (kind === 'choice' && isCount(choice) && typeof right === 'boolean');
};
const isMeasured = (value: unknown): value is number | null => value === null || isNumber(value);
