import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEvent } from '../../src/course/index.js';
import { rounds } from '../support/effort.js';
import { EVENT_BODIES, stampEvents } from './events.js';

const EVENTS = stampEvents(EVENT_BODIES);
const SKIP_REASONS = ['newer', 'unknown', 'malformed'];

describe('decodeEvent', () => {
	it.each(EVENTS)('decodes a written event of type $type to the same event', (event) => {
		expect(decodeEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
	});

	it.each(EVENTS)('drops unknown fields of type $type', (event) => {
		const more = { ...event, mood: 'good', __proto__x: 1, edit: ['a=1'] };
		expect(decodeEvent(more)).toEqual({ ok: true, event });
	});

	it.each([
		['a newer version', { v: 2 }, 'newer'],
		['a newer version whose other fields are invalid', { v: 99, at: 7, run: null, type: [] }, 'newer'],
		['a type of a later program', { type: 'dreamt' }, 'unknown'],
		['a type named like an inherited property', { type: 'constructor' }, 'unknown'],
		['a type named __proto__', { type: '__proto__' }, 'unknown'],
		['no version', { v: undefined }, 'malformed'],
		['version 0', { v: 0 }, 'malformed'],
		['version 1.5', { v: 1.5 }, 'malformed'],
		['a version as a string', { v: '1' }, 'malformed'],
		['no type', { type: undefined }, 'malformed'],
		['an empty run', { run: '' }, 'malformed'],
		['an invalid date', { at: '2026-13-01T00:00:00Z' }, 'malformed'],
		['a time without a time zone', { at: '2026-07-01T09:00:00' }, 'malformed'],
		['no scenario', { scenario: undefined }, 'malformed'],
		['an edit that is not a string', { edits: ['a=1', 2] }, 'malformed'],
		['edits that are not a list', { edits: 'a=1' }, 'malformed'],
		['no baseline', { baseline: undefined }, 'malformed'],
	])('skips an edit with %s', (_, change, skipped) => {
		expect(decodeEvent({ ...EVENTS[4], ...change })).toEqual({ ok: false, skipped });
	});

	it.each([
		['no guess', { guess: null }],
		['an infinite guess', { guess: Number.POSITIVE_INFINITY }],
		['a truth that is not a number', { truth: 'much' }],
		['an empty name', { name: '' }],
	])('skips a prediction with %s', (_, change) => {
		expect(decodeEvent({ ...EVENTS[6], ...change })).toEqual({ ok: false, skipped: 'malformed' });
	});

	it('decodes or skips any JSON value without throwing', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
				const decoded = decodeEvent(value);
				expect(decoded.ok || SKIP_REASONS.includes(decoded.skipped)).toBe(true);
			}),
			{ numRuns: rounds(2000) },
		);
	});

	it('decodes or skips an event with any of its fields replaced or missing', () => {
		const near = fc
			.tuple(fc.constantFrom(...EVENTS), fc.array(fc.tuple(fc.nat(9), fc.option(fc.jsonValue(), { nil: undefined }))))
			.map(([event, changes]) => {
				const keys = Object.keys(event);
				const changed = changes.map(([key, value]) => [keys[key % keys.length] ?? 'v', value] as const);
				return { ...event, ...Object.fromEntries(changed) };
			});
		fc.assert(
			fc.property(near, (value) => {
				const decoded = decodeEvent(value);
				// A decoded event decodes to itself again. Written as JSON first, which has no −0.
				const written = JSON.stringify(decoded.ok ? decoded.event : null);
				if (decoded.ok) expect(decodeEvent(JSON.parse(written))).toEqual({ ok: true, event: JSON.parse(written) });
				else expect(SKIP_REASONS).toContain(decoded.skipped);
			}),
			{ numRuns: rounds(5000) },
		);
	});
});
