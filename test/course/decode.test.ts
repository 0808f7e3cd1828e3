import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEvent } from '../../src/course/index.js';
import { rounds } from '../support/effort.js';
import { eventsOf, HAPPENINGS } from './events.js';

const EVENTS = eventsOf(HAPPENINGS);
const WHY = ['newer', 'unknown', 'malformed'];

describe('the decoder', () => {
	it.each(EVENTS)('reads back what was written: $type', (event) => {
		expect(decodeEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, event });
	});

	it.each(EVENTS)('leaves out fields it does not know: $type', (event) => {
		const more = { ...event, mood: 'good', __proto__x: 1, edit: ['a=1'] };
		expect(decodeEvent(more)).toEqual({ ok: true, event });
	});

	it.each([
		['a newer version', { v: 2 }, 'newer'],
		['a newer version of nothing known', { v: 99, at: 7, run: null, type: [] }, 'newer'],
		['a type that a later program added', { type: 'dreamt' }, 'unknown'],
		['a type that every object has', { type: 'constructor' }, 'unknown'],
		['another type that every object has', { type: '__proto__' }, 'unknown'],
		['no version', { v: undefined }, 'malformed'],
		['version 0', { v: 0 }, 'malformed'],
		['version 1.5', { v: 1.5 }, 'malformed'],
		['a version in words', { v: '1' }, 'malformed'],
		['no type', { type: undefined }, 'malformed'],
		['no run', { run: '' }, 'malformed'],
		['a time that is none', { at: '2026-13-01T00:00:00Z' }, 'malformed'],
		['a time of nowhere', { at: '2026-07-01T09:00:00' }, 'malformed'],
		['no scenario', { scenario: undefined }, 'malformed'],
		['an edit that is no text', { edits: ['a=1', 2] }, 'malformed'],
		['edits that are no list', { edits: 'a=1' }, 'malformed'],
		['no baseline', { baseline: undefined }, 'malformed'],
	])('skips %s', (_, change, skipped) => {
		expect(decodeEvent({ ...EVENTS[4], ...change })).toEqual({ ok: false, skipped });
	});

	it.each([
		['no guess', { guess: null }],
		['an endless guess', { guess: Number.POSITIVE_INFINITY }],
		['a truth in words', { truth: 'much' }],
		['nobody', { name: '' }],
	])('skips a prediction with %s', (_, change) => {
		expect(decodeEvent({ ...EVENTS[6], ...change })).toEqual({ ok: false, skipped: 'malformed' });
	});

	it('is total: any JSON is an event or is skipped', () => {
		fc.assert(
			fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
				const decoded = decodeEvent(value);
				expect(decoded.ok || WHY.includes(decoded.skipped)).toBe(true);
			}),
			{ numRuns: rounds(2000) },
		);
	});

	it('is total near the truth: an event with any of its fields replaced or missing', () => {
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
				// What is accepted is whole, and reads back as itself; JSON knows no −0.
				const written = JSON.stringify(decoded.ok ? decoded.event : null);
				if (decoded.ok) expect(decodeEvent(JSON.parse(written))).toEqual({ ok: true, event: JSON.parse(written) });
				else expect(WHY).toContain(decoded.skipped);
			}),
			{ numRuns: rounds(5000) },
		);
	});
});
